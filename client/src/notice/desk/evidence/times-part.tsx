import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { useText } from '../../../text/use-text.ts';
import { momentIn } from './moment.ts';

/** The window that is proven, and between its ends what the device said: a claim, drawn as one. */
export function TimesPart({ view: { times } }: { view: EvidenceView }) {
  const text = useText();
  const { t } = text;
  const moment = momentIn(text);
  const { notBefore, deviceSaid, notAfter, stampedAt } = times;
  const outside = deviceSaid > notAfter || (notBefore !== null && deviceSaid < notBefore);
  const points = [
    {
      key: 'notBefore',
      at: notBefore === null ? t('evidence.notBeforeNone') : moment(notBefore),
      how: notBefore === null ? '' : t('evidence.notBeforeHow'),
      proven: notBefore !== null,
    },
    {
      key: 'deviceSaid',
      at: moment(deviceSaid),
      how: t(outside ? 'evidence.deviceSaidOutside' : 'evidence.deviceSaidHow'),
      proven: false,
    },
    {
      key: 'notAfter',
      at: moment(notAfter),
      how: [t('evidence.notAfterHow'), stampedAt === null ? '' : t('evidence.stampedHow', { when: moment(stampedAt) })]
        .filter(Boolean)
        .join(' · '),
      proven: true,
    },
  ] as const;
  return (
    <section aria-label={t('evidence.times')} className="rounded-3 border border-line bg-sheet px-4 py-4">
      <dl className="grid gap-4 wide:grid-cols-3 wide:gap-0">
        {points.map(({ key, at, how, proven }, place) => (
          <div key={key} className="relative grid content-start gap-0.5 max-wide:ps-6 wide:pt-6 wide:pe-4">
            <span
              aria-hidden
              className={`absolute max-wide:top-1.5 max-wide:left-0 wide:top-0 wide:left-0 size-3 rounded-full ${proven ? 'bg-proven' : 'border-2 border-ink-3 bg-sheet'}`}
            />
            {place < 2 && (
              <span aria-hidden className="absolute top-[5px] right-1 left-4 hidden h-0.5 bg-line wide:block" />
            )}
            <dt className="text-1 font-semibold text-ink-3">{t(`evidence.${key}`)}</dt>
            <dd>
              <span className="block font-semibold tabular-nums">{at}</span>
              {how !== '' && (
                <span
                  className={`block text-1 ${key === 'deviceSaid' && outside ? 'font-semibold text-wait' : 'text-ink-2'}`}
                >
                  {how}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
