import type { EvidenceBundle, SignedEvent } from '@cession/shared/notice/evidence.ts';
import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { BadgeCheck, Clock, Server, ShieldAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { shortHash } from '../../../people/desk/short-hash.tsx';
import { useText } from '../../../text/use-text.ts';
import { useEventWords } from './event-details.ts';
import { eventLines, type EventLine } from './event-line.ts';
import { DECISIVE, EVENT_ICON } from './event-look.ts';
import { momentIn } from './moment.ts';

/** The visit as a line of events: what, when by the device's clock, and the hash that ties it to the one before. */
export function EventsPart({ view, bundle }: { view: EvidenceView; bundle: EvidenceBundle }) {
  const { t } = useText();
  return (
    <section aria-labelledby="evidence-events" className="grid gap-2">
      <h2 id="evidence-events" className="text-3 font-semibold">
        {t('evidence.events')}
      </h2>
      <p className="text-1 text-ink-2">{t('evidence.eventsBody', { count: bundle.events.length })}</p>
      <ol className="pt-1">
        {eventLines(bundle).map((line) => (
          <DeviceLine key={firstOf(line).body.seq} line={line} />
        ))}
        <ServerLines view={view} />
      </ol>
    </section>
  );
}

function firstOf(line: EventLine): SignedEvent {
  // A run of parts holds at least the one it began with.
  return line.kind === 'read' ? (line.events[0] as SignedEvent) : line.event;
}

function DeviceLine({ line }: { line: EventLine }) {
  const words = useEventWords();
  const { body, hash } = line.kind === 'read' ? (line.events.at(-1) ?? firstOf(line)) : line.event;
  const { title, details } = words(line);
  const decisive = DECISIVE.includes(body.type);
  return (
    <Line icon={EVENT_ICON[body.type]} title={title} time={timeOf(body.at)} tone={decisive ? 'accent' : 'plain'}>
      {details.map((detail) => (
        <span key={detail} className="block [overflow-wrap:anywhere]">
          {detail}
        </span>
      ))}
      <span className="block font-mono text-ink-3" title={hash}>
        {`${body.seq} · ${shortHash(hash)}`}
      </span>
    </Line>
  );
}

/** To the second: events lie close together. UTC, as it was signed, stands in the file. */
function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString('sv-SE');
}

/** What the server did with it afterwards, on its own clock. */
function ServerLines({ view: { ceremony, times } }: { view: EvidenceView }) {
  const text = useText();
  const { t } = text;
  const moment = momentIn(text);
  const { seal, stage } = ceremony;
  return (
    <>
      <Line icon={Server} title={t('evidence.server.received')} time="" tone="server">
        <span className="block">{moment(times.notAfter)}</span>
      </Line>
      {(stage === 'review' || stage === 'quarantined') && (
        <Line icon={ShieldAlert} title={t(`evidence.server.${stage}`)} time="" tone="wait" />
      )}
      {stage === 'verified' && <Line icon={BadgeCheck} title={t('evidence.server.verified')} time="" tone="server" />}
      {seal !== null && (
        <Line icon={BadgeCheck} title={t('evidence.server.sealed')} time="" tone="proven">
          <span className="block">{moment(seal.sealedAt)}</span>
        </Line>
      )}
      {seal?.stampedAt != null && (
        <Line icon={Clock} title={t('evidence.server.stamped')} time="" tone="proven">
          <span className="block">{moment(seal.stampedAt)}</span>
        </Line>
      )}
    </>
  );
}

type LineTone = 'plain' | 'accent' | 'server' | 'proven' | 'wait';
const dots: Record<LineTone, string> = {
  plain: 'bg-sunk text-ink-2',
  accent: 'bg-accent text-on-accent',
  server: 'bg-sunk text-ink-2',
  proven: 'bg-proven-soft text-proven',
  wait: 'bg-wait-soft text-wait',
};

interface LineProps {
  icon: LucideIcon;
  title: string;
  time: string;
  tone: LineTone;
  children?: ReactNode;
}

function Line({ icon: Icon, title, time, tone, children }: LineProps) {
  return (
    <li className="group relative grid grid-cols-[2rem_minmax(0,1fr)_auto] gap-x-3 pb-4">
      <span aria-hidden className="absolute top-8 bottom-0 left-[calc(1rem-1px)] w-0.5 bg-line group-last:hidden" />
      <span aria-hidden className={`grid size-8 place-items-center rounded-full ${dots[tone]}`}>
        <Icon size={16} />
      </span>
      <span className="min-w-0 pt-1 text-1 text-ink-2">
        <span className="block text-2 font-semibold text-ink">{title}</span>
        {children}
      </span>
      <span className="pt-1.5 text-1 text-ink-3 tabular-nums">{time}</span>
    </li>
  );
}
