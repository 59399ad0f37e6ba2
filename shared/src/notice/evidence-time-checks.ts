import { instantToMs, type Instant } from '../kernel/instant.ts';
import type { EvidenceRemark } from './evidence-checks.ts';
import { failed, passed, type Findings } from './evidence-findings.ts';
import type { EvidenceBundle, EvidenceEvent } from './evidence.ts';

/** More than this is a clock that somebody moved, milliseconds. */
const MOVED_MS = 120_000;
/** Less than this is a clock being set right by the network, milliseconds. */
const SETTLED_MS = 2_000;
const LATE_MS = 72 * 3_600_000;

/**
 * Device time is a claim. It is held against the beacon (not before), the receipt (not after) and the clock nobody can
 * set (meanwhile). The device's own offset, noted at its last contact, is taken off before it is compared with ours.
 */
export function timeChecks(
  bundle: EvidenceBundle,
  receivedAt: Instant,
): { readonly findings: Findings; readonly remarks: readonly EvidenceRemark[] } {
  const events = bundle.events.map(({ body }) => body);
  const faults = [...movedFaults(events), bracketFault(bundle, receivedAt), ...sessionFaults(events)];
  const fault = faults.find((one) => one !== null) ?? null;
  const time = fault === null ? passed(bracketOf(bundle, receivedAt)) : failed(fault);
  return { findings: { 'time.order': time }, remarks: remarksOf(bundle, receivedAt) };
}

/** A device moment in server time as far as the device knew, milliseconds since 1970. */
export function serverTimeOf(bundle: EvidenceBundle, at: Instant): number {
  const first = bundle.events[0]?.body;
  const offset = first?.type === 'prepared' ? (first.data.clock.offsetMs ?? 0) : 0;
  return instantToMs(at) - offset;
}

function bracketFault(bundle: EvidenceBundle, receivedAt: Instant): string | null {
  const first = bundle.events[0]?.body;
  const beacon = first?.type === 'prepared' ? first.data.beacon : null;
  const received = instantToMs(receivedAt);
  if (beacon !== null && instantToMs(beacon.t) > received) return `the beacon is of ${beacon.t}, after the bundle came`;
  for (const { seq, at } of bundle.events.map(({ body }) => body)) {
    const time = serverTimeOf(bundle, at);
    if (beacon !== null && time < instantToMs(beacon.t) - MOVED_MS)
      return `event ${seq} says ${at}, before the beacon of ${beacon.t}`;
    if (time > received + MOVED_MS) return `event ${seq} says ${at}, after the bundle came at ${receivedAt}`;
  }
  return null;
}

function bracketOf(bundle: EvidenceBundle, receivedAt: Instant): string {
  const first = bundle.events[0]?.body;
  const beacon = first?.type === 'prepared' ? first.data.beacon : null;
  return `${beacon ? `after ${beacon.t}` : 'no beacon'}, before ${receivedAt}`;
}

interface Pair {
  readonly seq: number;
  readonly wall: number;
  /** null: the page was started anew between the two. */
  readonly mono: number | null;
}

/** Every event with the time since the one before it. */
function pairsOf(events: readonly EvidenceEvent[]): readonly Pair[] {
  return events.slice(1).flatMap((event, at) => {
    const before = events[at];
    if (!before) return [];
    const wall = instantToMs(event.at) - instantToMs(before.at);
    return [{ seq: event.seq, wall, mono: event.session === before.session ? event.mono - before.mono : null }];
  });
}

function movedFaults(events: readonly EvidenceEvent[]): readonly (string | null)[] {
  const steps = pairsOf(events).map(({ seq, wall, mono }) => {
    if (mono !== null && mono < 0) return `the steady clock goes back at event ${seq}`;
    if (wall < -MOVED_MS) return `the clock goes back ${seconds(-wall)} s at event ${seq}`;
    return null;
  });
  // Over the whole session, so that many small steps do not make an unnoticed large one.
  const spans = events.map((event) => {
    const start = events.find((other) => other.session === event.session) ?? event;
    const apart = instantToMs(event.at) - instantToMs(start.at) - (event.mono - start.mono);
    return Math.abs(apart) > MOVED_MS ? `the clock was moved ${seconds(apart)} s by event ${event.seq}` : null;
  });
  return [...steps, ...spans];
}

/** A page that has ended does not go on. */
function sessionFaults(events: readonly EvidenceEvent[]): readonly (string | null)[] {
  return events.map((event, at) => {
    const before = events.slice(0, at);
    const returned = before.at(-1)?.session !== event.session && before.some((one) => one.session === event.session);
    return returned ? `event ${event.seq} goes on with a page that had ended` : null;
  });
}

function remarksOf(bundle: EvidenceBundle, receivedAt: Instant): readonly EvidenceRemark[] {
  const events = bundle.events.map(({ body }) => body);
  const [first, last] = [events[0], events.at(-1)];
  const remarks: EvidenceRemark[] = [];
  if (last && instantToMs(receivedAt) - serverTimeOf(bundle, last.at) > LATE_MS) remarks.push('late');
  const jumps = pairsOf(events).some(
    ({ wall, mono }) => wall < -SETTLED_MS || (mono !== null && Math.abs(wall - mono) > SETTLED_MS),
  );
  if (jumps) remarks.push('clock-jump');
  if (first?.type === 'prepared') {
    if (Math.abs(first.data.clock.offsetMs ?? 0) > MOVED_MS) remarks.push('clock-off');
    if (first.data.beacon === null) remarks.push('never-in-contact');
  }
  if (new Set(events.map(({ session }) => session)).size > 1) remarks.push('interrupted');
  return remarks;
}

function seconds(ms: number): number {
  return Math.round(ms / 1000);
}
