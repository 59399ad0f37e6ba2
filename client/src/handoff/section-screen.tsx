import { cards, type Card } from '@cession/shared/card/card.ts';
import { SECTIONS, type CardPath, type Section } from '@cession/shared/card/card-fields.ts';
import { questions } from '@cession/shared/handoff/question.ts';
import { useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { AnswerList } from '../card/answer-list.tsx';
import { draftKeyOf } from '../card/card-drafts.ts';
import { CardLost } from '../card/card-lost.tsx';
import { sectionTitle } from '../card/card-words.ts';
import { fieldHref } from '../card/field-place.ts';
import { gapWhy } from '../card/gap-words.ts';
import { SectionFormPage } from '../card/section-form.tsx';
import { useGate } from '../card/use-gate.ts';
import { useRules } from '../card/use-rules.ts';
import { useDraft, useRow, useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { pointTitle } from './returned-banner.tsx';
import { useReturn } from './use-return.ts';

/** One section of a card: a form while the card is ours, its answers while accounting has it. */
export function SectionScreen() {
  const { id = '', section = '' } = useParams();
  const [search] = useSearchParams();
  const card = useRow(cards, id);
  const known = SECTIONS.find((each) => each === section);
  if (card === null || known === undefined) return <CardLost />;
  const field = search.get('field');
  // Another field or section is another form: it opens at its own place.
  const key = `${id} ${section} ${field ?? ''}`;
  if (card.status === 'handed-over') return <SectionToRead key={key} card={card} section={known} />;
  return <SectionToFill key={key} card={card} section={known} field={field} />;
}

function SectionToRead({ card, section }: { card: Card; section: Section }) {
  const { t } = useText();
  return (
    <Page title={sectionTitle(t, section)} back={`/cards/${card.id}`}>
      <Note tone="accent" title={t('capture.standing.with')}>
        {t('capture.standing.withBody')}
      </Note>
      <AnswerList card={card} only={section} editable={false} />
    </Page>
  );
}

function SectionToFill({ card, section, field }: { card: Card; section: Section; field: CardPath | null }) {
  const text = useText();
  const { t } = text;
  const rules = useRules(card.jurisdiction);
  const draft = useDraft<unknown>(draftKeyOf(card.id, section));
  // What the card lacked when the person came here: an answer given meanwhile must not change why they came.
  const verdict = useGate(card);
  const [gap] = useState(() => verdict.missing.find((line) => line.path === field && line.document === undefined));
  const back = useReturn(card, verdict);
  const notes = useFieldNotes(card, back);
  if (draft.value === undefined) return <Page title={sectionTitle(t, section)}>{null}</Page>;
  const because = gap === undefined ? undefined : gapWhy(text, gap, card.jurisdiction);
  const nextPoint = back?.points.find(({ answered, point }) => !answered && point.path !== field)?.point;
  const isAnsweringReturn = back !== null && back.points.some(({ point }) => point.path === field);
  return (
    <SectionFormPage
      card={card}
      section={section}
      rules={rules}
      draft={draft.value}
      arrival={field === null ? null : { path: field, because }}
      notes={notes}
      next={
        isAnsweringReturn && nextPoint !== undefined
          ? {
              label: t('capture.next', { section: pointTitle(text, nextPoint.path, card) }),
              href: fieldHref(card.id, nextPoint.path),
            }
          : undefined
      }
    />
  );
}

/** What accounting says about single fields, to stand right under them. */
function useFieldNotes(card: Card, back: ReturnType<typeof useReturn>): Readonly<Record<CardPath, ReactNode>> {
  const { t } = useText();
  const asked = useRows(questions).filter(({ cardId, answer }) => cardId === card.id && answer === null);
  const notes: Record<CardPath, ReactNode> = {};
  for (const { path, text } of asked) {
    notes[path] = (
      <Note tone="wait" title={t('capture.question.asks')}>
        {text}
      </Note>
    );
  }
  for (const { point, answered } of back?.points ?? []) {
    notes[point.path] = (
      <Note
        tone={answered ? 'proven' : 'wait'}
        title={t(answered ? 'capture.returned.fixed' : 'capture.returned.point', {
          reason: t(`capture.reason.${point.code}`),
        })}
      >
        {point.note === '' ? undefined : point.note}
      </Note>
    );
  }
  return notes;
}
