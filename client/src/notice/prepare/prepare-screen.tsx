import { cards, type Card } from '@cession/shared/card/card.ts';
import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { useMemo, useRef, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { CardLost } from '../../card/card-lost.tsx';
import { DraftMark } from '../../card/draft-mark.tsx';
import { now } from '../../device/clock.ts';
import { notSavedText } from '../../people/not-saved-text.ts';
import { useDraft, useRow } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import type { Text } from '../../text/texts.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { BringIntoView } from '../bring-into-view.tsx';
import { AgreementPart } from './agreement-part.tsx';
import { ClaimsPart } from './claims-part.tsx';
import { newForm, unfilled, type NoticeForm, type NoticeWorld } from './notice-form.ts';
import { notComposedText } from './not-composed-text.ts';
import { RulesNote } from './rules-note.tsx';
import { SenderPart } from './sender-part.tsx';
import { localDay, useNoticeWorld, usePrepare, type NotPrepared } from './use-prepare.ts';

/** Prepares the notice for one customer. Every keystroke is kept. */
export function PrepareScreen() {
  const { id = '' } = useParams();
  const card = useRow(cards, id);
  const world = useNoticeWorld();
  const draft = useDraft<NoticeForm>(`notice:new:${id}`);
  if (card === null) return <CardLost />;
  if (world === null || draft.value === undefined) return <Waiting cardId={id} noSupplier={world === null} />;
  const opened = draft.value ?? newForm(card, world, localDay(now()));
  return <PrepareForm key={id} card={card} world={world} opened={opened} />;
}

function Waiting({ cardId, noSupplier }: { cardId: string; noSupplier: boolean }) {
  const { t } = useText();
  return (
    <Page title={t('notice.new.title')} back={`/cards/${cardId}/notices`}>
      {noSupplier && (
        <Note tone="wait" title={t('notice.list.noSupplier')}>
          {t('notice.list.noSupplierBody')}
        </Note>
      )}
    </Page>
  );
}

function PrepareForm({ card, world, opened }: { card: Card; world: NoticeWorld; opened: NoticeForm }) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const draftKey = `notice:new:${card.id}`;
  const draft = useDraft<NoticeForm>(draftKey);
  const replaces = new URLSearchParams(useSearch()).get('replaces') as NoticeId | null; // checked by the mutator
  const prepare = usePrepare(draftKey, replaces);
  const [form, setForm] = useState(opened);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const missing = useMemo(() => unfilled(form), [form]);
  // An Undo may come long after the form it was offered on: it changes what is here then.
  const latest = useRef(opened);
  const change = (part: Partial<NoticeForm>) => {
    latest.current = { ...latest.current, ...part };
    setForm(latest.current);
    setFailure(null);
    draft.save(latest.current);
  };
  const save = async () => {
    setAsked(true);
    const first = missing[0];
    if (first !== undefined) return document.getElementById(first)?.focus();
    setFailure(null);
    setBusy(true);
    const done = await prepare({ card, world, form });
    setBusy(false);
    if (!done.ok) return setFailure(notPreparedText(t, done.error));
    showToast(t('notice.new.done'));
    navigate(`/notices/${done.value}`, { replace: true });
  };
  const open = asked ? missing : [];
  return (
    <Page
      title={t('notice.new.title')}
      back={`/cards/${card.id}/notices`}
      state={<DraftMark draft={draft.state} />}
      onSubmit={() => void save()}
      bottom={
        <BottomBar>
          <Button type="submit" look="primary" wide busy={busy}>
            {t('notice.new.save')}
          </Button>
        </BottomBar>
      }
    >
      {failure !== null && (
        <BringIntoView key={failure}>
          <Note live tone="wrong" title={t('notice.new.not')}>
            {failure}
          </Note>
        </BringIntoView>
      )}
      <AgreementPart card={card} world={world} form={form} missing={open} change={change} />
      <SenderPart form={form} change={change} />
      <ClaimsPart card={card} world={world} form={form} missing={open} change={change} />
      <RulesNote draft={{ card, world, form }} complete={missing.length === 0} />
    </Page>
  );
}

function notPreparedText(t: Text['t'], failure: NotPrepared): string {
  switch (failure.kind) {
    case 'letters':
      return t('notice.new.letters', { letters: failure.letters.join(' ') });
    case 'saved':
      return notSavedText(t, failure.failure);
    case 'text':
      return notComposedText(t, failure.refusal);
  }
}
