import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { Check, Minus } from 'lucide-react';
import { useText } from '../../../text/use-text.ts';
import { momentIn } from './moment.ts';

const VERIFIED: readonly EvidenceView['ceremony']['stage'][] = ['verified', 'sealed', 'stamped'];

/** In plain words: what follows from this evidence, and what does not. */
export function ProvenPart({ view }: { view: EvidenceView }) {
  const { t } = useText();
  const proves = useProves(view);
  const not = useDoesNot(view);
  return (
    <section className="grid gap-x-6 gap-y-3 rounded-3 border border-line bg-sheet p-4">
      <Words title={t('evidence.proven')} lines={proves} proven={VERIFIED.includes(view.ceremony.stage)} />
      <Words title={t('evidence.notProven')} lines={not} />
    </section>
  );
}

function Words({ title, lines, proven = false }: { title: string; lines: readonly string[]; proven?: boolean }) {
  return (
    <div>
      <h2 className="font-semibold">{title}</h2>
      <ul className="grid gap-1 pt-1">
        {lines.map((line) => (
          <li key={line} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2">
            {proven ? (
              <Check aria-hidden size={16} className="mt-1 text-proven" />
            ) : (
              <Minus aria-hidden size={16} className="mt-1 text-ink-3" />
            )}
            <span className={proven ? '' : 'text-ink-2'}>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A check that failed proves nothing, whoever accepted it afterwards. */
function useProves({ ceremony, times, device, checks }: EvidenceView): string[] {
  const text = useText();
  const { t } = text;
  const moment = momentIn(text);
  const { seal, stage } = ceremony;
  const passed = (check: string) => checks.some((each) => each.check === check && each.ok);
  if (!VERIFIED.includes(stage)) return [t('evidence.not.yet')];
  const { notBefore, notAfter } = times;
  const shown = passed('paper.match') && !ceremony.remarks.includes('not-shown');
  const bounded = notBefore !== null && passed('beacon.signature');
  return [
    ...(shown ? [t('evidence.proves.paper')] : []),
    ...(passed('chain.signatures') ? [t('evidence.proves.unchanged')] : []),
    ...(device !== null && passed('device.valid-then') ? [t('evidence.proves.device', { name: device.userName })] : []),
    bounded
      ? t('evidence.proves.window', { from: moment(notBefore), to: moment(notAfter) })
      : t('evidence.proves.latest', { to: moment(notAfter) }),
    ...(seal === null ? [] : [t('evidence.proves.sealed', { when: moment(seal.stampedAt ?? seal.sealedAt) })]),
  ];
}

function useDoesNot({ bundle, ceremony, sentByName }: EvidenceView): string[] {
  const { t } = useText();
  const events = bundle?.events.map(({ body }) => body) ?? [];
  const prepared = events.find((event) => event.type === 'prepared');
  const signed = events.filter((event) => event.type === 'signed');
  const name = prepared?.data.witness.name ?? sentByName;
  return [
    ...(signed.length > 0 ? [t('evidence.not.person', { name }), t('evidence.not.authority')] : []),
    ...(signed.some(({ data }) => data.confirmsDebt) || ceremony.outcome === 'absent' ? [] : [t('evidence.not.debt')]),
    t('evidence.not.clock'),
  ];
}
