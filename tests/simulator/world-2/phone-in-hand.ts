/** What a person does with a phone, and sees on it. */
import { createHash } from 'node:crypto';
import { addDocument } from '@cession/shared/document/add-document.ts';
import type { DocumentId } from '@cession/shared/document/document.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import { StorageFailure } from '@cession/client/store/local-store.ts';
import type { NotSaved, Saved } from '@cession/client/sync/perform.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { SimPhone } from '../world.ts';
import { readDisk } from './phone-disk.ts';
import { say, type PhoneBody } from './phone-body.ts';

export function inHand(body: PhoneBody) {
  const perform = performOn(body);
  return {
    perform,
    isOn: () => body.tabs.length > 0,
    rows: (table) => body.tabs[0]?.sync.mirror.rows(table) ?? [],
    outbox: () => body.tabs[0]?.sync.outbox.items() ?? [],
    surprises: () => body.surprises,
    disk: () => (body.known ??= readDisk(body.disk)),
    addPhoto: (cardId, bytes) => addPhoto(body, perform, cardId, bytes),
    discard: async (mutationId) => {
      const [tab] = body.tabs;
      if (tab === undefined) return;
      await Promise.race([tab.sync.outbox.discard(mutationId), tab.life.died]);
      await body.parts.settle();
    },
    sync: () => {
      for (const tab of body.tabs) {
        tab.sync.trigger('manual').catch((surprise: unknown) => void body.surprises.push(surprise));
        tab.uploads.run().catch((surprise: unknown) => {
          if (!(surprise instanceof StorageFailure)) body.surprises.push(surprise);
        });
      }
    },
  } satisfies Partial<SimPhone>;
}

function performOn(body: PhoneBody): SimPhone['perform'] {
  const { name: phone, actor, settle, nextAck } = body.parts;
  const { userId, companyId } = actor;
  return async (mutator, args, options = {}) => {
    const { tab: at = 0, ...rest } = options;
    const tab = body.tabs[at] ?? body.tabs[0];
    if (tab === undefined) return null;
    const outcome = await Promise.race([tab.sync.perform(mutator, args, rest), tab.life.died]);
    await settle();
    const { name } = mutator;
    say(body, `${name}: ${outcome === undefined ? 'died' : inAWord(outcome)}`);
    if (outcome === undefined) return null;
    if (outcome.ok) {
      const id = outcome.value.mutationId;
      body.acknowledged.push({ id, phone, userId, companyId, name, args: structuredClone(args), at: nextAck() });
    }
    return { saved: outcome.ok };
  };
}

function inAWord(outcome: Result<Saved, NotSaved<Refusal>>): string {
  if (outcome.ok) return 'saved';
  return outcome.error.kind === 'refused' ? `refused ${outcome.error.refusal.code}` : outcome.error.kind;
}

async function addPhoto(
  { parts, tabs: [tab], clockOff }: PhoneBody,
  perform: SimPhone['perform'],
  cardId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (tab === undefined) return;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const file = { sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' } as const;
  const kept = await Promise.race([tab.box.keep(file, bytes, parts.time.now() + clockOff), tab.life.died]);
  if (!kept?.ok) return;
  const about = { fileName: 'photo.jpg', note: '', form: 'copy', dueOn: null, noticeId: null } as const;
  const ids = { documentId: parts.uuid() as DocumentId, cardId: cardId as CardId }; // an id made here, a card's id
  await perform(addDocument, { ...ids, file, type: 'supply-contract', ...about });
}
