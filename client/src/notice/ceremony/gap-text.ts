import type { Translate } from '../../text/texts.ts';
import type { SignerGap } from './signer-form.ts';

/** What is missing, in the rep's words. */
export function gapText(t: Translate, kind: SignerGap['kind'], place: number): string {
  return kind === 'needName' ? t('ceremony.check.needName', { place }) : t(`ceremony.check.${kind}`);
}
