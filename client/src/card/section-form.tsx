import { SECTIONS, type CardPath, type FieldKey, type Section } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf } from '@cession/shared/card/card-path.ts';
import type { Card } from '@cession/shared/card/card.ts';
import { listOf } from '@cession/shared/card/card-view.ts';
import { suggestValues, type Suggestion } from '@cession/shared/card/prefill.ts';
import { shownFields } from '@cession/shared/card/shown-fields.ts';
import { Fragment, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../text/use-text.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { showToast } from '../ui/toast.tsx';
import { CardField } from './card-field.tsx';
import { fieldLabel, groupTitle, sectionTitle, unfitText } from './card-words.ts';
import { CardDuplicates } from './card-duplicates.tsx';
import { DraftMark } from './draft-mark.tsx';
import { enterGoesOn } from './enter-goes-on.ts';
import { addressOf, type AddressName } from './field-place.ts';
import { contextOf, FormState, UNTOUCHED, type Rules } from './form-state.ts';
import { ItemList } from './item-list.tsx';
import { notSavedText } from '../people/not-saved-text.ts';
import { PasteButton } from './paste-button.tsx';
import { toStored } from './stored-value.ts';
import { useArrival } from './use-arrival.ts';
import { useSectionForm, type SectionForm } from './use-section-form.ts';

export interface SectionFormProps {
  card: Card;
  section: Section;
  rules: Rules;
  /** What was found in the draft; parsed here. */
  draft: unknown;
  /** The field a link led to, and why. */
  arrival: { path: CardPath; because: string | undefined } | null;
  /** What accounting says, by field. */
  notes: Readonly<Record<CardPath, ReactNode>>;
  /** Where the button at the bottom leads; without it, to the next section. */
  next?: { label: string; href: string } | undefined;
}

/** One section of a card as a form. Everything is kept while it is typed, and is part of the card on leaving. */
export function SectionFormPage(props: SectionFormProps) {
  const { card, section, rules, arrival } = props;
  const text = useText();
  const { t } = text;
  const [, navigate] = useLocation();
  const [unfit, setUnfit] = useState<readonly CardPath[]>([]);
  const form = useSectionForm(card, section, rules, openedFrom(props.draft), (error) =>
    showToast(notSavedText(t, error)),
  );
  const [failure, setFailure] = useState<string | null>(null);
  useArrival(arrival?.path ?? null);
  const home = `/cards/${card.id}`;
  const next =
    props.next ?? (arrival === null ? following(section, home, t) : { label: t('capture.done'), href: home });
  const goOn = async () => {
    const outcome = await form.save();
    setFailure(outcome.kind === 'not-saved' ? notSavedText(t, outcome.error) : null);
    const unfitNow = outcome.kind === 'unfit' ? outcome.paths : [];
    setUnfit(unfitNow);
    for (const path of unfitNow) form.leave(path);
    if (outcome.kind === 'saved') navigate(next.href);
  };
  return (
    <Page
      title={sectionTitle(t, section)}
      back={home}
      state={<DraftMark draft={form.draft} quiet={t('capture.savedHere')} />}
      bottom={
        <BottomBar>
          <Button look="primary" wide onPress={() => void goOn()}>
            {next.label}
          </Button>
        </BottomBar>
      }
    >
      {failure !== null && (
        <Note live tone="wrong" title={t('capture.notSaved.title')}>
          {failure}
        </Note>
      )}
      <ErrorSummary items={unfit.map((path) => ({ id: path, text: problemOf(path) }))} />
      {section === 'company' && <CardDuplicates card={card} values={form.values} />}
      {(section === 'company' || section === 'bank') && <PasteButton card={card} />}
      <div className="contents" role="presentation" onKeyDown={(event) => enterGoesOn(event, () => void goOn())}>
        <Fields {...props} form={form} />
      </div>
    </Page>
  );

  function problemOf(path: CardPath): string {
    const key = fieldKeyOf(path);
    const label = key === null ? path : fieldLabel(t, key);
    const stored = toStored(path, form.typed(path), contextOf(form.state, card.values, rules));
    return stored.fits ? label : `${label}: ${unfitText(text, stored.unfit)}`;
  }
}

function Fields({ form, section, arrival, notes }: SectionFormProps & { form: SectionForm }) {
  const { jurisdiction } = form.rules;
  const keys = useMemo(() => shownFields(section, jurisdiction, form.values), [section, jurisdiction, form.values]);
  const suggestions = useMemo(() => suggestValues(jurisdiction, form.values), [jurisdiction, form.values]);
  const lists = new Set(keys.map(listOf).filter((list) => list !== null));
  const single = keys.filter((key) => listOf(key) === null && !isSettled(key, form));
  return (
    <>
      <FillAll form={form} suggestions={suggestions.filter(({ path }) => single.some((key) => key === path))} />
      {[...lists].map((list) => (
        <ItemList key={list} form={form} list={list} arrival={arrival} notes={notes} />
      ))}
      {single.map((key, at) => (
        <Fragment key={key}>
          <AddressHeading at={addressOf(key)} before={at === 0 ? null : addressOf(single[at - 1] ?? key)} />
          <CardField
            form={form}
            path={key}
            suggestion={suggestions.find(({ path }) => path === key)}
            arrivedBecause={arrival?.path === key ? arrival.because : undefined}
            note={notes[key]}
          />
        </Fragment>
      ))}
    </>
  );
}

/** Parts of one address stand under one heading. */
function AddressHeading({ at, before }: { at: AddressName | null; before: AddressName | null }) {
  const { t } = useText();
  return at === null || at === before ? null : <h2 className="mt-2 text-3 font-semibold">{groupTitle(t, at)}</h2>;
}

/** Two suggestions or more are taken in one tap. */
function FillAll({ form, suggestions }: { form: SectionForm; suggestions: readonly Suggestion[] }) {
  const { t } = useText();
  if (suggestions.length < 2) return null;
  const values = Object.fromEntries(suggestions.map(({ path, value }) => [path, String(value)]));
  return (
    <Note
      tone="accent"
      actions={
        <Button look="plain" onPress={() => form.send({ type: 'filled', values, saved: form.card.values })}>
          {t('capture.field.fillAll', { count: suggestions.length })}
        </Button>
      }
    >
      {t('capture.field.fillAllWhy')}
    </Note>
  );
}

/** The country of a card outside the EU list is settled with its rules: nothing to choose. */
function isSettled(key: FieldKey, form: SectionForm): boolean {
  return key === 'country' && form.rules.jurisdiction !== 'EU' && form.values['country'] === form.rules.jurisdiction;
}

function following(
  section: Section,
  home: string,
  t: ReturnType<typeof useText>['t'],
): { label: string; href: string } {
  const after = SECTIONS[SECTIONS.indexOf(section) + 1];
  if (after === undefined) return { label: t('capture.done'), href: home };
  return { label: t('capture.next', { section: sectionTitle(t, after) }), href: `${home}/${after}` };
}

function openedFrom(draft: unknown): FormState {
  const parsed = FormState.safeParse(draft);
  // Whoever comes back to a form has left every field of it.
  return parsed.success ? { ...parsed.data, left: Object.keys(parsed.data.edits) } : UNTOUCHED;
}
