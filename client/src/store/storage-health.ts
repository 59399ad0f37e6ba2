import type { Marker } from '../device/ports.ts';

/** How safe the phone's own storage is, for the page that shows it. null where the browser does not say. */
export interface StorageHealth {
  /** The browser promised not to clear it on its own. */
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** This phone had data of this person before, and the browser has thrown it away. */
  readonly wiped: boolean;
}

/** Asks the browser to keep the storage; worth asking after sign-in, after installing, and at the first card. */
export async function askToPersist(storage: StorageManager | undefined): Promise<boolean | null> {
  try {
    if (!storage?.persist) return null;
    return (await storage.persisted()) || (await storage.persist());
  } catch {
    return null;
  }
}

export async function readStorageHealth(storage: StorageManager | undefined, wiped: boolean): Promise<StorageHealth> {
  try {
    const estimate = await storage?.estimate?.();
    return {
      persisted: (await storage?.persisted?.()) ?? null,
      usedBytes: estimate?.usage ?? null,
      quotaBytes: estimate?.quota ?? null,
      wiped,
    };
  } catch {
    return { persisted: null, usedBytes: null, quotaBytes: null, wiped };
  }
}

/**
 * Compares the mark outside the database with the device id inside it. Answers true when the mark remembers a
 * database that is gone; then marks the new one.
 */
export function noticeWipe(marker: Marker, name: string, deviceId: string): boolean {
  const remembered = marker.read(name);
  marker.write(name, deviceId);
  return remembered !== null && remembered !== deviceId;
}
