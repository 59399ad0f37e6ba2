import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { itemPath, specOf, type ItemList } from '@cession/shared/card/card-path.ts';
import { listOf, pathOf, viewCard } from '@cession/shared/card/card-view.ts';
import { pasteRequisites, type PasteRefusal } from '@cession/shared/card/paste-requisites.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { IdentifierProblem } from '@cession/shared/card/identifiers/identifier.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';

/** One recognised value and the field it would fill. */
export interface PasteLine {
  readonly path: CardPath;
  readonly value: CardValue;
  /** What stands there now, if that is something else. */
  readonly replaces: CardValue | null;
  readonly proven: boolean;
  readonly problem: IdentifierProblem | null;
}

export interface PastePlan {
  readonly lines: readonly PasteLine[];
  readonly leftOver: string;
  /** The block speaks of a company of other rules than this card's. */
  readonly otherJurisdiction: Jurisdiction | null;
}

/**
 * What a pasted block would fill on this card. Contacts and accounts the card has already are met again by what
 * names them; others become new items, `newItem` giving the ids. Values that are there already are no lines.
 */
export function planPaste(
  text: string,
  jurisdiction: Jurisdiction,
  values: CardValues,
  newItem: () => string,
): Result<PastePlan, PasteRefusal> {
  const read = pasteRequisites(text, jurisdiction);
  if (!read.ok) return read;
  const { found, leftOver } = read.value;
  const detected = read.value.jurisdiction;
  const rules = detected ?? jurisdiction;
  const fitting = found.filter(({ key }) => specOf(key).in?.includes(rules) ?? true);
  const items = new Map<string, string>();
  for (const { key, item, value } of fitting) {
    const list = listOf(key);
    if (list === null || item === null) continue;
    const known = itemNamedBy(list, key, value, jurisdiction, values);
    const at = `${list} ${item}`;
    items.set(at, known ?? items.get(at) ?? newItem());
  }
  const lines = fitting.flatMap(({ key, item, value, proven, problem }): PasteLine[] => {
    const list = listOf(key);
    const path = pathOf(key, list === null ? null : (items.get(`${list} ${item}`) ?? null));
    const before = values[path] ?? null;
    return before === value ? [] : [{ path, value, replaces: before, proven, problem }];
  });
  if (lines.length === 0) return err({ code: 'paste.nothing-found' });
  return ok({ lines, leftOver: leftOver.trim(), otherJurisdiction: rules === jurisdiction ? null : rules });
}

/** What stands on the card already is replaced only if the person says so: `flipped` are the lines they touched. */
export function isOn(line: PasteLine, flipped: ReadonlySet<string>): boolean {
  return (line.replaces === null) !== flipped.has(line.path);
}

const NAMING = /\.(name|email|phone|iban|giro|account)$/;

function itemNamedBy(
  list: ItemList,
  key: string,
  value: CardValue,
  jurisdiction: Jurisdiction,
  values: CardValues,
): string | undefined {
  const part = NAMING.exec(key)?.[1];
  if (part === undefined) return undefined;
  const items = viewCard({ jurisdiction, values, allowSamples: true }).items(list);
  return items.find((item) => values[itemPath(list, item, part)] === value);
}
