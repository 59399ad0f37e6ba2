import { lazy, Suspense, useState } from 'react';
import { now } from '../device/clock.ts';
import { saveFile } from '../device/save-file.ts';
import { StorageSafety } from '../people/storage-safety.tsx';
import { useOutbox, useSync, useSyncStatus } from '../sync/live.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import type { SyncStatus } from '../sync/sync-status.ts';
import { addBundle } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { RowList } from '../ui/row-list.tsx';
import { showToast } from '../ui/toast.tsx';
import { OutboxRow } from './outbox-row.tsx';
import { TaskRow } from './task-row.tsx';
import { useTasks } from './use-tasks.ts';

/** Brings the words of documents with it: most days nothing of theirs waits here. */
const OutboxFiles = lazy(async () => {
  const [file] = await Promise.all([import('../document/outbox-files.tsx'), addBundle('card')]);
  return { default: file.OutboxFiles };
});

/** What has not been confirmed by the server: what it is, how it stands, and what can be done about it. */
export function OutboxScreen() {
  const { t } = useText();
  const items = useOutbox();
  const status = useSyncStatus();
  const waiting = items.filter((item) => item.refusal === null && item.status !== 'quarantined');
  return (
    <Page title={t('outbox.title')} back="/more" state={<></>} bottom={waiting.length > 0 && <SendBar />}>
      {items.length === 0 ? (
        <EmptyState title={t('outbox.empty')}>
          <Contact status={status} />
        </EmptyState>
      ) : (
        <div className="text-ink-2">
          <NextTry status={status} />
          <Contact status={status} />
        </div>
      )}
      {status.stuck && <Note tone="wait">{t('outbox.stuck')}</Note>}
      <Suspense fallback={null}>
        <OutboxFiles />
      </Suspense>
      <Conflicts />
      <Group title={t('outbox.needsYou')} items={items.filter((item) => item.refusal !== null)} />
      <Group title={t('outbox.waiting')} items={waiting} />
      <Group
        title={t('outbox.inReview')}
        hint={t('outbox.inReviewHint')}
        items={items.filter((item) => item.status === 'quarantined')}
      />
      {items.length > 0 && <ExportButton />}
      <section className="grid gap-2">
        <h2 className="text-1 font-semibold tracking-[0.02em] text-ink-3">{t('outbox.safety')}</h2>
        <StorageSafety />
      </section>
    </Page>
  );
}

function Group({ title, hint, items }: { title: string; hint?: string; items: readonly OutboxItem[] }) {
  if (items.length === 0) return null;
  return (
    <div className="grid gap-2">
      <RowList title={title}>
        {items.map((item) => (
          <OutboxRow key={item.id} item={item} />
        ))}
      </RowList>
      {hint !== undefined && <p className="text-1 text-ink-3">{hint}</p>}
    </div>
  );
}

/** Already sent, and still nothing a server can end: a person has to choose. */
function Conflicts() {
  const { t } = useText();
  const tasks = useTasks().filter((task) => task.kind === 'conflict');
  if (tasks.length === 0) return null;
  return (
    <RowList title={t('tasks.conflict')}>
      {tasks.map((task) => (
        <TaskRow key={task.id} task={task} grouped />
      ))}
    </RowList>
  );
}

function SendBar() {
  const { t } = useText();
  const { mirror, trigger } = useSync();
  const { sending } = useSyncStatus();
  const [asked, setAsked] = useState(false);
  const send = async () => {
    setAsked(true);
    await trigger('manual');
    setAsked(false);
    // A try that changes nothing on screen must still say that it was made.
    if (mirror.meta('link') === 'unreachable') showToast(t('outbox.noAnswer'));
  };
  return (
    <BottomBar>
      <Button look="primary" wide busy={asked || sending} onPress={() => void send()}>
        {t('outbox.sendNow')}
      </Button>
    </BottomBar>
  );
}

function ExportButton() {
  const { t } = useText();
  const { outbox } = useSync();
  const save = async () => {
    const file = `cession-outbox-${new Date(now()).toISOString().slice(0, 16).replaceAll(':', '-')}.json`;
    saveFile(file, await outbox.exportJson());
    showToast(t('outbox.exported', { file }));
  };
  return (
    <div>
      <Button onPress={() => void save()}>{t('outbox.export')}</Button>
    </div>
  );
}

function Contact({ status }: { status: SyncStatus }) {
  const { t, formatMoment } = useText();
  const { lastContact } = status;
  if (lastContact === null) return <p>{t('outbox.noContact')}</p>;
  return <p>{t('outbox.contact', { time: formatMoment(lastContact, now()) })}</p>;
}

function NextTry({ status: { nextTryInMs, waiting } }: { status: SyncStatus }) {
  const { t } = useText();
  if (nextTryInMs === null || waiting === 0) return null;
  const minutes = Math.ceil(nextTryInMs / 60_000);
  return <p>{minutes <= 1 ? t('outbox.nextSoon') : t('outbox.nextIn', { minutes })}</p>;
}
