import type { NoticeView } from '@cession/shared/notice/notice-procedures.ts';
import { useState } from 'react';
import { useDeskActor, useMay } from '../../../people/desk/desk-actor.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Note } from '../../../ui/note.tsx';
import { Pill, type Tone } from '../../../ui/pill.tsx';
import { Row } from '../../../ui/link-row.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { CallBackDialog } from './call-back-dialog.tsx';

const tones: Record<NoticeView['notice']['callBacks'][number]['result'], Tone> = {
  confirmed: 'proven',
  denied: 'wrong',
  'no-answer': 'neutral',
};

/** Who called the debtor, on which number, with what result. */
export function CallBacks({ view }: { view: NoticeView }) {
  const { t, formatDate, formatTime } = useText();
  const may = useMay();
  const { userId } = useDeskActor();
  const [calling, setCalling] = useState(false);
  const { notice, names } = view;
  const open = notice.status !== 'withdrawn' && notice.replacedBy === null;
  const mayCall = open && may('notice.log-call-back');
  return (
    <div className="grid gap-2">
      {notice.callBacks.length === 0 ? (
        <section className="grid gap-1">
          <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('board.callBacks')}</h2>
          <p>{t('board.callNone')}</p>
          <p className="max-w-prose text-1 text-ink-2">{t('board.callWhy')}</p>
        </section>
      ) : (
        <RowList title={t('board.callBacks')}>
          {notice.callBacks.toReversed().map((call) => (
            <Row
              key={call.at}
              title={[call.spokeWith, call.number].filter(Boolean).join(' · ') || t(`board.call.${call.result}`)}
              detail={[
                t('board.call.by', {
                  name: names[call.by] ?? '',
                  when: `${formatDate(call.at)} ${formatTime(call.at)}`,
                }),
                call.note,
              ]
                .filter(Boolean)
                .join(' · ')}
              end={<Pill tone={tones[call.result]}>{t(`board.call.${call.result}`)}</Pill>}
            />
          ))}
        </RowList>
      )}
      {mayCall && notice.preparedBy === userId && <Note tone="accent" title={t('board.callOwn')} />}
      {mayCall && notice.preparedBy !== userId && (
        <div>
          <Button onPress={() => setCalling(true)}>{t('board.callNew')}</Button>
        </div>
      )}
      {calling && <CallBackDialog notice={notice} onClose={() => setCalling(false)} />}
    </div>
  );
}
