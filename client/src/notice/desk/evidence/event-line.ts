import type { EvidenceBundle, EvidenceOf, SignedEvent } from '@cession/shared/notice/evidence.ts';

/** What stands on one line: an event, or a run of parts that were read. */
export type EventLine =
  | { readonly kind: 'event'; readonly event: SignedEvent; readonly startedAnew: boolean }
  | { readonly kind: 'read'; readonly events: readonly SignedEvent[]; readonly parts: readonly Part[] };
type Part = EvidenceOf<'section-read'>['data'];

/** Events in their order; parts read one after another share a line, or a long letter would bury the rest. */
export function eventLines({ events }: Pick<EvidenceBundle, 'events'>): EventLine[] {
  const lines: EventLine[] = [];
  for (const [place, event] of events.entries()) {
    const before = events[place - 1];
    const startedAnew = before !== undefined && before.body.session !== event.body.session;
    if (event.body.type !== 'section-read' || startedAnew) {
      lines.push({ kind: 'event', event, startedAnew });
      continue;
    }
    const last = lines.at(-1);
    const { data } = event.body;
    if (last?.kind === 'read')
      lines[lines.length - 1] = { kind: 'read', events: [...last.events, event], parts: [...last.parts, data] };
    else lines.push({ kind: 'read', events: [event], parts: [data] });
  }
  return lines;
}
