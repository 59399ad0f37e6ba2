import type { CardId } from './card.ts';
import type { CardKey } from './card-key.ts';
import { nameLikeness } from './name-likeness.ts';

/** `same-number`: the same customer. `branch`: the same legal person or VAT group elsewhere. Else only a look-alike. */
export type DuplicateStrength = 'same-number' | 'branch' | 'similar-name';

export interface Duplicate {
  readonly id: CardId;
  readonly key: CardKey;
  readonly strength: DuplicateStrength;
}

/** What is known so far of the customer being captured. */
export type DuplicateQuery = Pick<CardKey, 'id' | 'keys' | 'foldedName' | 'zip'>;

/**
 * Of the pairs written down in the test, every misspelling scores 0.91 or more and every other company 0.89 or less.
 */
const ALIKE_IN_ONE_PLACE = 0.9;
/** Without a postal code to back it, a name must be all but equal, and long enough to mean something. */
const ALIKE_ANYWHERE = 0.96;
const SHORTEST_NAME = 4;

const RANK: Record<DuplicateStrength, number> = { 'same-number': 0, branch: 1, 'similar-name': 2 };

/**
 * Cards that may be the same customer, strongest first, at most `limit`. Only ever a suggestion: a person decides.
 * Cards already kept apart by a person are not suggested again.
 */
export function findDuplicates(
  self: DuplicateQuery,
  others: Iterable<CardKey>,
  keptApart: readonly { readonly otherId: string }[],
  limit = 5,
): Duplicate[] {
  const own = new Set<string>([self.id, ...keptApart.map((kept) => kept.otherId)]);
  const numbers = self.keys.map(splitKey);
  const found: Duplicate[] = [];
  for (const key of others) {
    if (own.has(key.id)) continue;
    const strength = byNumber(numbers, key) ?? (isNameAlike(self, key) ? 'similar-name' : null);
    if (strength !== null) found.push({ id: key.id, key, strength });
  }
  return found.toSorted((left, right) => RANK[left.strength] - RANK[right.strength]).slice(0, limit);
}

interface SplitKey {
  readonly whole: string;
  readonly number: string;
  readonly branch: string | null;
}

function splitKey(whole: string): SplitKey {
  const [number = whole, branch = null] = whole.split('/');
  return { whole, number, branch };
}

function byNumber(numbers: readonly SplitKey[], key: CardKey): DuplicateStrength | null {
  let best: DuplicateStrength | null = null;
  for (const own of numbers) {
    for (const other of key.keys) {
      if (!other.startsWith(own.number)) continue;
      const { number, branch } = splitKey(other);
      if (number !== own.number) continue;
      const oneOfMany =
        number.startsWith('HU-GROUP:') || (branch !== null && own.branch !== null && branch !== own.branch);
      if (!oneOfMany) return 'same-number';
      best = 'branch';
    }
  }
  return best;
}

function isNameAlike(self: DuplicateQuery, key: CardKey): boolean {
  if (self.foldedName.length < SHORTEST_NAME || key.foldedName.length < SHORTEST_NAME) return false;
  if (self.foldedName === key.foldedName) return true;
  const sameZip = self.zip !== '' && self.zip === key.zip;
  return nameLikeness(self.foldedName, key.foldedName) >= (sameZip ? ALIKE_IN_ONE_PLACE : ALIKE_ANYWHERE);
}
