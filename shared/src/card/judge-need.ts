import type { Day } from '../kernel/instant.ts';
import type { CardPath, FieldKey } from './card-fields.ts';
import { specOf, type ItemList } from './card-path.ts';
import { listOf, pathOf, type CardView } from './card-view.ts';
import { holds, type Condition } from './condition.ts';
import type { HeldDocument } from './held-document.ts';
import type { IdentifierProblem } from './identifiers/identifier.ts';
import type { AddressName, RequirementRule } from './requirement.ts';

/** One thing looked at. A rule about what may stay empty, or about contradictions, finds nothing when all is well. */
export type Finding =
  | { readonly met: true }
  | {
      readonly met: false;
      readonly path: CardPath;
      readonly state: 'missing' | 'wrong';
      readonly problem: IdentifierProblem | null;
      /** The type of a document, where that is what lacks. */
      readonly document?: string;
    };

const MET: Finding = { met: true };

export function judgeNeed(
  { need, path }: RequirementRule,
  card: CardView,
  item: string | null,
  on: Day | null,
  documents: readonly HeldDocument[],
): Finding[] {
  if ('filled' in need) return [judgeFilled(need.filled, card, item, need.forgive)];
  if ('anyOf' in need) return [judgeAnyOf(need.anyOf, card, item)];
  if ('address' in need) return [judgeAddress(need.address, card)];
  if ('items' in need) return [judgeItems(need.items, need.where, need.count ?? 1, path, card)];
  if ('rightIfGiven' in need) return judgeGiven(need.rightIfGiven, card, need.only);
  if ('notPassed' in need) {
    const day = card.value(need.notPassed, item);
    const passed = on !== null && typeof day === 'string' && day < on;
    return passed ? [wrong(pathOf(path, item), null)] : [];
  }
  if ('document' in need) return [judgeDocument(need.document, pathOf(path, item), documents)];
  // A number that is wrong in itself has its own line; what it contradicts is no news.
  if (card.check(path, item)?.ok === false || holds(need.consistent, card, item)) return [];
  const at = pathOf(path, item);
  return [card.value(path, item) === null ? lacking(at) : wrong(at, null)];
}

function judgeFilled(key: FieldKey, card: CardView, item: string | null, forgive?: 'check-digit'): Finding {
  const check = card.check(key, item);
  if (check === null) return lacking(pathOf(key, item));
  if (check.ok || (forgive !== undefined && check.problem.code === forgive)) return MET;
  return wrong(pathOf(key, item), check.problem);
}

function judgeAnyOf(keys: readonly FieldKey[], card: CardView, item: string | null): Finding {
  const findings = keys.map((key) => judgeFilled(key, card, item, 'check-digit'));
  const best = findings.find((finding) => finding.met) ?? findings.find((finding) => !finding.met && finding.problem);
  return best ?? findings[0] ?? MET;
}

/** The first part that lacks speaks for the whole address: one line, one place to go. */
function judgeAddress(address: AddressName, card: CardView): Finding {
  const findings = partsOf(card).map((part) => judgeFilled(`${address}.${part}`, card, null));
  return findings.find((finding) => !finding.met) ?? MET;
}

/** NAV's detailed address has the kind of public place apart; a US address needs its state. */
function partsOf(card: CardView): readonly ('zip' | 'city' | 'street' | 'streetType' | 'houseNumber' | 'region')[] {
  switch (card.jurisdiction) {
    case 'HU':
      return ['zip', 'city', 'street', 'streetType', 'houseNumber'];
    case 'RU':
      return ['zip', 'city', 'street', 'houseNumber'];
    case 'EU':
      return ['zip', 'city', 'street'];
    case 'US':
      return ['street', 'city', 'region', 'zip'];
  }
}

function judgeItems(list: ItemList, where: Condition, count: number, path: FieldKey, card: CardView): Finding {
  const all = card.items(list);
  const fitting = all.filter((item) => holds(where, card, item));
  if (fitting.length >= count) return MET;
  const candidate = all.find((item) => !fitting.includes(item));
  if (candidate === undefined) return lacking(path);
  const empty = keysIn(where).find((key) => isOnCard(key, card) && card.value(key, candidate) === null);
  return lacking(pathOf(empty ?? path, candidate));
}

function isOnCard(key: FieldKey, card: CardView): boolean {
  return specOf(key).in?.includes(card.jurisdiction) ?? true;
}

function keysIn(condition: Condition): FieldKey[] {
  if ('all' in condition) return condition.all.flatMap(keysIn);
  if ('any' in condition) return condition.any.flatMap(keysIn);
  if ('has' in condition) return [condition.has];
  return 'is' in condition ? [condition.is] : [];
}

function judgeGiven(keys: readonly FieldKey[], card: CardView, only?: 'check-digit'): Finding[] {
  const findings = keys.flatMap((key) => {
    const list = listOf(key);
    const items = list === null ? [null] : card.items(list);
    return items.map((item) => ({ path: pathOf(key, item), check: card.check(key, item) }));
  });
  return findings.flatMap(({ path, check }) => {
    if (check === null || check.ok || (only !== undefined && check.problem.code !== only)) return [];
    return [wrong(path, check.problem)];
  });
}

function judgeDocument(type: string, path: CardPath, documents: readonly HeldDocument[]): Finding {
  if (documents.some((each) => each.type === type && each.hasFile)) return MET;
  return { met: false, path, state: 'missing', problem: null, document: type };
}

function lacking(path: CardPath): Finding {
  return { met: false, path, state: 'missing', problem: null };
}

function wrong(path: CardPath, problem: IdentifierProblem | null): Finding {
  return { met: false, path, state: 'wrong', problem };
}
