import type { Card } from '@cession/shared/card/card.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { agreements, factors, payeeAccounts, suppliers } from '@cession/shared/notice/agreement.ts';
import { composeNotice, type ComposeRefusal } from '@cession/shared/notice/compose-notice.ts';
import { accountInForce } from '@cession/shared/notice/needs-renewal.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { prepareNotice } from '@cession/shared/notice/prepare-notice.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { CompanyId } from '@cession/shared/people/actor.ts';
import { useMemo } from 'react';
import { now } from '../../device/clock.ts';
import { newId } from '../../device/new-id.ts';
import { sha256 } from '../../device/sha256.ts';
import { useSession } from '../../people/session.tsx';
import { useRow, useRows, useSync } from '../../sync/live.ts';
import type { NotSaved } from '../../sync/perform.ts';
import { renderNotice } from '../render-notice.ts';
import { choicesOf, type NoticeForm, type NoticeWorld } from './notice-form.ts';

/** The agreements, factors and accounts on this phone; null where the company has no supplier page yet. */
export function useNoticeWorld(): NoticeWorld | null {
  const { profile } = useSession();
  const supplier = useRow(suppliers, profile.companyId satisfies CompanyId);
  const world = { agreements: useRows(agreements), factors: useRows(factors), accounts: useRows(payeeAccounts) };
  const { agreements: own, factors: banks, accounts } = world;
  return useMemo(
    () => (supplier === null ? null : { supplier, agreements: own, factors: banks, accounts }),
    [supplier, own, banks, accounts],
  );
}

export type NotPrepared =
  | { readonly kind: 'text'; readonly refusal: ComposeRefusal }
  /** Letters the paper cannot print. */
  | { readonly kind: 'letters'; readonly letters: readonly string[] }
  | { readonly kind: 'saved'; readonly failure: NotSaved<Refusal> };

export interface Draft {
  readonly card: Card;
  readonly world: NoticeWorld;
  readonly form: NoticeForm;
}

/** What the paper would say as the form stands. */
export function dataOf({ card, world, form }: Draft, noticeId: NoticeId): Result<NoticeData, ComposeRefusal> {
  const agreement = world.agreements.find(({ id }) => id === form.agreementId);
  const factor = world.factors.find(({ id }) => id === agreement?.factorId);
  if (agreement === undefined || factor === undefined) return err({ code: 'notice.agreement-ended' });
  const at = now();
  const made = {
    noticeId,
    preparedAt: msToInstant(at),
    today: localDay(at),
    origin: location.origin,
    currency: agreement.currency,
  };
  const account = accountInForce(agreement, world.accounts);
  return composeNotice({ card, supplier: world.supplier, factor, agreement, account, choices: choicesOf(form, made) });
}

/** Composes, prints once to see that every letter can be printed, and saves. Answers the new notice's id. */
export function usePrepare(draftKey: string, replaces: NoticeId | null) {
  const { perform } = useSync();
  return async (draft: Draft): Promise<Result<NoticeId, NotPrepared>> => {
    const noticeId = newId() as NoticeId; // a new notice's own id
    const composed = dataOf(draft, noticeId);
    if (!composed.ok) return err({ kind: 'text', refusal: composed.error });
    const data = composed.value;
    const printed = await renderNotice(data, draft.form.language);
    if (!printed.ok) return err({ kind: 'letters', letters: printed.error.letters });
    const args = {
      noticeId,
      cardId: draft.card.id,
      agreementId: draft.world.agreements.find(({ id }) => id === draft.form.agreementId)?.id ?? null,
      language: draft.form.language,
      data,
      dataSha256: await sha256(new TextEncoder().encode(canonicalJson(data))),
      replaces,
    };
    if (args.agreementId === null) return err({ kind: 'text', refusal: { code: 'notice.agreement-ended' } });
    const saved = await perform(prepareNotice, { ...args, agreementId: args.agreementId }, { draft: draftKey });
    return saved.ok ? ok(noticeId) : err({ kind: 'saved', failure: saved.error });
  };
}

/** The calendar day where the rep stands. */
export function localDay(ms: number): string {
  const day = new Date(ms);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
