import type { Card } from '@cession/shared/card/card.ts';
import { SECTIONS, type CardPath, type Section } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf, fieldSpecOf, itemOf } from '@cession/shared/card/card-path.ts';
import { listOf, pathOf, viewCard } from '@cession/shared/card/card-view.ts';
import { shownFields, shownItemFields } from '@cession/shared/card/shown-fields.ts';
import { people } from '@cession/shared/people/actor.ts';
import { Link } from 'wouter';
import { useRow } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { fieldLabel, groupTitle, sectionTitle, valueText } from './card-words.ts';
import { addressOf } from './field-place.ts';

interface AnswerListProps {
  card: Card;
  /** One section only; all of them otherwise. */
  only?: Section;
  /** With a way back into the form. */
  editable: boolean;
}

/** Everything the card says, in the order accounting keys it: what is empty is left out. */
export function AnswerList({ card, only, editable }: AnswerListProps) {
  const { t } = useText();
  const sections = only === undefined ? SECTIONS : [only];
  return sections.map((section) => {
    const paths = filledPaths(card, section);
    if (paths.length === 0) return null;
    return (
      <section key={section} className="grid grid-cols-1 gap-2">
        <div className="flex flex-wrap items-center gap-x-3">
          <h2 className="min-w-0 flex-[1_1_min-content] text-1 font-semibold tracking-[0.02em] text-ink-3">
            {sectionTitle(t, section)}
          </h2>
          {editable && (
            <Link
              href={`/cards/${card.id}/${section}`}
              aria-label={t('capture.check.changeOf', { section: sectionTitle(t, section) })}
              className="-my-2 inline-flex min-h-target items-center px-1 text-1 font-semibold text-accent underline-offset-4 hover:underline"
            >
              {t('capture.check.change')}
            </Link>
          )}
        </div>
        <dl className="divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet">
          {paths.map((path, at) => (
            <Answer key={path} card={card} path={path} before={paths[at - 1] ?? null} />
          ))}
        </dl>
      </section>
    );
  });
}

function Answer({ card, path, before }: { card: Card; path: CardPath; before: CardPath | null }) {
  const text = useText();
  const spec = fieldSpecOf(path);
  const value = card.values[path] ?? '';
  const person = useRow(people, spec?.kind === 'person' ? String(value) : '');
  const key = fieldKeyOf(path);
  if (key === null) return null;
  const address = addressOf(path);
  const label = fieldLabel(text.t, key);
  return (
    <div className={`flex flex-wrap gap-x-4 px-4 py-2.5 ${startsItem(path, before) ? 'border-t-4!' : ''}`}>
      <dt className="min-w-0 flex-[1_1_7rem] text-ink-2">
        {address !== null && address !== addressOf(before ?? '') && (
          <span className="block text-1">{groupTitle(text.t, address)}</span>
        )}
        {label}
      </dt>
      <dd
        className={`min-w-0 flex-[1.8_1_10.5rem] break-words whitespace-pre-wrap ${spec?.kind === 'identifier' ? 'font-mono' : 'font-medium'}`}
      >
        {person?.name ?? valueText(text, path, value)}
      </dd>
    </div>
  );
}

/** The next person or account of the list. */
function startsItem(path: CardPath, before: CardPath | null): boolean {
  const item = itemOf(path)?.itemId;
  return before !== null && item !== undefined && item !== itemOf(before)?.itemId;
}

function filledPaths({ jurisdiction, values }: Card, section: Section): readonly CardPath[] {
  const view = viewCard({ jurisdiction, values, allowSamples: true });
  const keys = shownFields(section, jurisdiction, values);
  const lists = [...new Set(keys.map(listOf))].filter((list) => list !== null);
  const inItems = lists.flatMap((list) =>
    view
      .items(list)
      .flatMap((item) => shownItemFields(list, item, jurisdiction, values).map((key) => pathOf(key, item))),
  );
  const single = keys.filter((key) => listOf(key) === null);
  return [...inItems, ...single].filter((path) => values[path] !== undefined);
}
