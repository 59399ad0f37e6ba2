import type { Card, CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { itemOf, itemPath } from '@cession/shared/card/card-path.ts';
import { checkField } from '@cession/shared/card/check-field.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { ReturnCode, ReturnPoint } from '@cession/shared/handoff/return-reasons.ts';
import type { Rules } from '../card/form-state.ts';

export interface PointState {
  readonly point: ReturnPoint;
  readonly answered: boolean;
  /** Nothing in the field need change for this one (a paper is missing): the person says when it is done. */
  readonly byHand: boolean;
}

/** Reasons that may be dealt with outside the field they point at. */
const ABOUT_PAPER: readonly ReturnCode[] = ['unreadable', 'original-not-received', 'duplicate', 'other'];

/**
 * Which points of a return are answered: the value differs from the one accounting saw, and it passes its check.
 * A point about a paper is also answered once the person ticks it (`ticked` holds its path).
 */
export function pointStates(
  card: Pick<Card, 'values'>,
  handoff: Pick<Handoff, 'points' | 'snapshot'>,
  verdict: Pick<GateVerdict, 'missing'>,
  rules: Rules,
  ticked: readonly CardPath[],
): readonly PointState[] {
  return handoff.points.map((point) => {
    const byHand = ABOUT_PAPER.includes(point.code);
    const changed = isChangedAndRight(point.path, card.values, handoff.snapshot.values, verdict, rules);
    return { point, byHand, answered: changed || (byHand && ticked.includes(point.path)) };
  });
}

function isChangedAndRight(
  path: CardPath,
  now: CardValues,
  then: CardValues,
  verdict: Pick<GateVerdict, 'missing'>,
  rules: Rules,
): boolean {
  const item = itemOf(path);
  if (item !== null && now[itemPath(item.list, item.itemId, 'removed')] === true) return true;
  const paths = path.includes('*') ? addedUnder(path, now, then) : [path];
  return paths.some((each) => {
    const value = now[each] ?? null;
    if (value === (then[each] ?? null)) return false;
    return value === null
      ? !verdict.missing.some((line) => line.path === each && line.document === undefined)
      : isRight(each, value, now, rules);
  });
}

function isRight(path: CardPath, value: CardValue, values: CardValues, rules: Rules): boolean {
  return checkField(path, value, { ...rules, values }).ok;
}

/** A point on an item that did not exist: answered by any new item that has the field. */
function addedUnder(path: CardPath, now: CardValues, then: CardValues): CardPath[] {
  const [list = '', part = ''] = path.split('.*.');
  return Object.keys(now).filter(
    (each) => each.startsWith(`${list}.`) && each.endsWith(`.${part}`) && then[each] === undefined,
  );
}
