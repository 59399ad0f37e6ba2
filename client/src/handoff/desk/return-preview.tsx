import type { CardPath } from '@cession/shared/card/card-fields.ts';
import { fieldKeyOf, itemOf } from '@cession/shared/card/card-path.ts';
import type { CardValues } from '@cession/shared/card/card.ts';
import { CircleDashed } from 'lucide-react';
import { fieldLabel } from '../../card/card-words.ts';
import { itemTitle } from '../../card/item-words.ts';
import type { Text } from '../../text/texts.ts';
import type { DraftPoint } from './return-points.ts';

interface ReturnPreviewProps {
  /** The owner's language. */
  text: Text;
  points: readonly DraftPoint[];
  note: string;
  byName: string;
  values: CardValues;
}

/** The same words the owner's phone will show. */
export function ReturnPreview({ text, points, note, byName, values }: ReturnPreviewProps) {
  const { t, locale } = text;
  return (
    <div lang={locale} className="grid gap-3 rounded-3 border border-line bg-sheet p-3">
      <div className="rounded-2 bg-wait-soft px-3.5 py-3">
        <p className="font-semibold text-wait">{t('capture.returned.title', { count: points.length })}</p>
        <p>{t('capture.returned.left', { count: points.length })}</p>
        {note.trim() !== '' && <p className="mt-1 whitespace-pre-wrap">{note.trim()}</p>}
        <p className="mt-1 text-1 text-ink-2">{byName}</p>
      </div>
      <ul className="divide-y divide-line">
        {points.map((point) => (
          <li key={point.path} className="flex gap-2 py-2">
            <CircleDashed aria-hidden size={20} className="mt-px shrink-0 text-wait" />
            <span className="min-w-0">
              <span className="block font-semibold">{pointTitle(text, point.path, values)}</span>
              <span className="block text-1 whitespace-pre-line text-ink-2">{pointWords(text, point)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function pointTitle(text: Text, path: CardPath, values: CardValues): string {
  const key = fieldKeyOf(path);
  if (key === null) return path;
  const item = itemOf(path);
  const name = fieldLabel(text.t, key);
  if (item === null) return name;
  return text.t('capture.gap.of', { name, item: itemTitle(text, item.list, item.itemId, values) });
}

function pointWords({ t }: Text, { code, note }: DraftPoint): string {
  const words = [code === null ? '…' : t(`capture.reason.${code}`), note.trim()];
  return words.filter((each) => each !== '').join(' · ');
}
