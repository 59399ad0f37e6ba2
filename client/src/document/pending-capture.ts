import type { CessionDb } from '../store/db.ts';

/** What somebody was about to photograph. Written before the camera opens: the phone may kill the page under it. */
export interface PendingCapture {
  readonly cardId: string;
  readonly documentId: string;
  readonly type: string;
  /** The document is there already and gets its file. */
  readonly isKnown: boolean;
}

const KEY = 'pending-capture';

/** On the disk when it resolves. One at a time: the newest is the one the person means. */
export async function noteCapture(db: CessionDb, capture: PendingCapture | null): Promise<void> {
  if (capture === null) await db.files.delete(KEY);
  else await db.files.put({ key: KEY, body: capture });
}

export async function readCapture(db: CessionDb): Promise<PendingCapture | null> {
  const record = await db.files.get(KEY);
  return (record?.body as PendingCapture | undefined) ?? null; // written above only
}
