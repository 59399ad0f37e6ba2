import type { Card } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import { handoffs, type Handoff } from '@cession/shared/handoff/handoff.ts';
import { useMemo, useSyncExternalStore } from 'react';
import { useRules } from '../card/use-rules.ts';
import { readPreference, savePreference } from '../device/preference.ts';
import { useRow } from '../sync/live.ts';
import { pointStates, type PointState } from './returned-points.ts';

export interface CardReturn {
  readonly handoff: Handoff;
  readonly points: readonly PointState[];
  readonly open: number;
  tick(path: CardPath, done: boolean): void;
}

/** What accounting sent back and how much of it is answered; null unless the card is back. */
export function useReturn(card: Card, verdict: GateVerdict): CardReturn | null {
  const handoff = useRow(handoffs, card.handoffId ?? '');
  const rules = useRules(card.jurisdiction);
  const all = useSyncExternalStore(subscribe, readTicks);
  return useMemo(() => {
    if (card.status !== 'returned' || handoff === null) return null;
    const ticked = all.filter((tick) => tick.startsWith(`${handoff.id} `)).map((tick) => tick.split(' ')[1] ?? '');
    const points = pointStates(card, handoff, verdict, rules, ticked);
    return {
      handoff,
      points,
      open: points.filter(({ answered }) => !answered).length,
      tick: (path, done) => keepTick(`${handoff.id} ${path}`, done),
    };
  }, [card, handoff, verdict, rules, all]);
}

const TICKS = 'return.ticks';
const SEEN = 'return.seen';
/** Returns older than this many are long answered. */
const MOST_KEPT = 60;
const listeners = new Set<() => void>();
let ticks: readonly string[] | null = null;

/** True once per return: the card then opens on the first field that was named. */
export function isFirstLook(handoffId: string): boolean {
  const seen = readList(SEEN);
  if (seen.includes(handoffId)) return false;
  savePreference(SEEN, JSON.stringify([...seen, handoffId].slice(-MOST_KEPT)));
  return true;
}

function keepTick(tick: string, done: boolean): void {
  const others = readTicks().filter((each) => each !== tick);
  ticks = (done ? [...others, tick] : others).slice(-MOST_KEPT);
  savePreference(TICKS, JSON.stringify(ticks));
  for (const changed of listeners) changed();
}

function readTicks(): readonly string[] {
  ticks ??= readList(TICKS);
  return ticks;
}

function readList(name: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(readPreference(name) ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
