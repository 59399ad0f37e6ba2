import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { prepareNotice } from '@cession/shared/notice/prepare-notice.ts';
import { effectOf, type Effect } from '../sync/effect.ts';
import { sha256Hex } from './evidence-crypto.ts';

/** The hash people compare is counted here too: the paper's short code is its beginning. */
export const checkPrepared: Effect = effectOf(prepareNotice, {
  check: async ({ args }) =>
    sha256Hex(canonicalJson(args.data)) === args.dataSha256 ? null : { code: 'notice.text-differs' },
});
