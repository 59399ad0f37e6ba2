import type { AnyRefusal, RefusalCode } from '@cession/shared/mutators.ts';
import type { TextId } from './areas.ts';
import type { Text } from './texts.ts';

/** Every refusal there is has its words: a new code in the lists makes this line stop compiling. */
type WordsOf<Code extends RefusalCode> = `refusal.${Code}`;
true satisfies WordsOf<RefusalCode> extends TextId ? true : never;

/** A refusal in words. One this version does not know (a newer server's) still says something true. */
export function refusalText(t: Text['t'], refusal: { readonly code: string }): string {
  // A code of another version has no words here; the codes of this one do, see above.
  const known = refusal as AnyRefusal;
  if (known.code === 'card.duplicate') {
    return t('refusal.card.duplicate', { name: known.name, ownerName: known.ownerName });
  }
  if (known.code === 'document.too-many') return t('refusal.document.too-many', { limit: known.limit });
  if (known.code === 'card.incomplete') return t('refusal.card.incomplete', { count: known.missing.length });
  return wordsOf(t, known.code) ?? t('refusal.mutation.malformed');
}

type Plain = Exclude<RefusalCode, 'card.duplicate' | 'card.incomplete' | 'document.too-many'>;

/** null: this version has no words for it. */
function wordsOf(t: Text['t'], code: Plain): string | null {
  const words = t(`refusal.${code}`);
  return words === '…' ? null : words;
}
