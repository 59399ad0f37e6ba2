/** A phone's IndexedDB as the browser holds it: no code of the product looks at it here. */
import type { Page } from '../support/chromium.ts';
import type { DriverStatus } from './driver-page.ts';

export interface PhoneDisk {
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
  readonly cursor: number;
  readonly outbox: readonly OutboxLine[];
  /** Rows as the server last said, by `table:id`; the row itself for cards only. */
  readonly confirmed: readonly HeldRow[];
  /** Rows on the screen that are not the confirmed ones, with both. */
  readonly shownOtherwise: readonly string[];
  readonly receipts: number;
}

export interface OutboxLine {
  readonly id: string;
  readonly status: string;
  readonly parked: string | null;
  readonly cardId: string | null;
  /** Values of the changes it asks for, joined. */
  readonly values: string;
}

export interface HeldRow {
  readonly key: string;
  readonly ver: number;
  readonly row: unknown;
}

export async function readPhone(page: Page, status: DriverStatus): Promise<PhoneDisk> {
  const { userId, companyId, roles, cursor } = status;
  const raw = await page.evaluate(readRaw, `cession:${companyId}:${userId}`);
  return { userId, companyId, roles, cursor, ...raw };
}

interface Stored {
  readonly key: string;
  readonly body: { readonly key: string; readonly table: string; readonly ver: number; readonly row: unknown };
}
interface Queued {
  readonly body: {
    readonly id: string;
    readonly status: string;
    readonly parked: string | null;
    readonly args: { readonly cardId?: string; readonly changes?: Readonly<Record<string, unknown>> };
  };
}

/** Runs in the page, so it brings along everything it needs. */
async function readRaw(name: string) {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error(`${name} cannot be read`)));
    });
  const database = await settled(indexedDB.open(name));
  const reading = database.transaction(['outbox', 'confirmed', 'view', 'receipts'], 'readonly');
  const all = <T>(store: string): Promise<T[]> => settled<T[]>(reading.objectStore(store).getAll());
  const [queued, confirmed, view] = [all<Queued>('outbox'), all<Stored>('confirmed'), all<Stored>('view')];
  const receipts = await settled(reading.objectStore('receipts').count());
  const outbox = (await queued).map(({ body: { id, status, parked, args } }) => {
    return { id, status, parked, cardId: args.cardId ?? null, values: Object.values(args.changes ?? {}).join('\n') };
  });
  const rows = (await confirmed).map(({ key, body: { table, ver, row } }) => {
    return { key, ver, row: table === 'cards' ? row : null };
  });
  // Rows are JSON; the same row may have its words in another order.
  const text = (value: unknown): string =>
    JSON.stringify(value, (_key, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    );
  const shown = new Map((await view).map(({ key, body }) => [key, text(body.row)]));
  const held = new Map((await confirmed).map(({ key, body }) => [key, text(body.row)]));
  const keys = new Set([...shown.keys(), ...held.keys()]);
  database.close();
  return {
    ...{ receipts, outbox, confirmed: rows },
    shownOtherwise: [...keys]
      .filter((key) => shown.get(key) !== held.get(key))
      .map((key) => `${key}: ${shown.get(key)} instead of ${held.get(key)}`),
  };
}
