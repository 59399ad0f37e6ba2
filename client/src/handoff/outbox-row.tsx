import { now } from '../device/clock.ts';
import { useSync } from '../sync/live.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import { refusalText } from '../text/refusal-text.ts';
import { useText } from '../text/use-text.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { notSavedText } from '../people/not-saved-text.ts';
import { faultText, itemStatus, refusalWords, sizeText } from './outbox-words.ts';
import { useItemNames } from './use-item-names.ts';

/** One unconfirmed thing: what was done to which card, how it stands, and the ways out. */
export function OutboxRow({ item }: { item: OutboxItem }) {
  const text = useText();
  const { t } = text;
  const { title } = useItemNames();
  const { bytes, tries, refusal, refusedHere } = item;
  const facts = [
    refusal === null && item.status !== 'quarantined' ? itemStatus(text, item, now()) : null,
    t('outbox.size', { size: sizeText(text, bytes), tries }),
    tries > 0 && refusal === null ? faultText(t, item.lastError) : null,
  ];
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="font-semibold">{title(item)}</p>
      {refusal !== null && <p className="text-wrong">{refusalWords(t, refusal)}</p>}
      {refusal === null && refusedHere !== null && (
        <p className="text-wait">{t('outbox.maybe', { reason: refusalText(t, refusedHere) })}</p>
      )}
      <p className="text-1 text-ink-2">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <WaysOut item={item} />
    </li>
  );
}

function WaysOut({ item }: { item: OutboxItem }) {
  const { t } = useText();
  const { outbox, trigger } = useSync();
  const { card, title } = useItemNames();
  const parked = item.refusal?.code.startsWith('outbox.') === true && item.status !== 'rejected';
  const about = card(item);
  const fixable = item.refusal !== null && !parked && about !== null;
  if (!item.canDiscard && !parked) return null;
  const discard = async () => {
    const what = title(item);
    const taken = await outbox.discard(item.id);
    if (taken.ok) return showToast(t('outbox.discarded', { what }), () => void taken.value());
    const { error } = taken;
    if (error.code === 'outbox.may-be-sent') showToast(t('outbox.notDiscarded'));
    else showToast(notSavedText(t, { kind: 'storage', fault: error.fault }));
  };
  return (
    <div className="-mb-1.5 flex flex-wrap gap-x-6">
      {fixable && (
        <ButtonLink
          look="plain"
          href={item.name === 'card.hand-over' ? `/cards/${about.id}/check` : `/cards/${about.id}`}
        >
          {t(isOfTheCard(item.name) ? 'outbox.fix' : 'tasks.openCard')}
        </ButtonLink>
      )}
      {parked && (
        <Button look="plain" onPress={() => void outbox.unpark(item.id).then(() => trigger('manual'))}>
          {t('outbox.retry')}
        </Button>
      )}
      {item.canDiscard && (
        <Button look="plain" onPress={() => void discard()}>
          {t('outbox.discard')}
        </Button>
      )}
    </div>
  );
}

/** What the card itself was refused for is mended on the card; for the rest the card is only where to look. */
function isOfTheCard(name: string): boolean {
  return name === 'card.hand-over' || name === 'card.edit' || name === 'card.create';
}
