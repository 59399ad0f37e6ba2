import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { DocumentFile } from '@cession/shared/document/document.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Database } from '../../db/client.ts';
import { inCompany } from '../../db/company-transaction.ts';
import { keepPart, markVerified } from '../../document/file-store.ts';

/** Drawn for the demo: nobody's paper. */
const PICTURES = ['supply-contract', 'register-extract', 'power-of-attorney', 'signing-specimen'] as const;
export type PictureName = (typeof PICTURES)[number];

export interface DemoPicture {
  readonly file: DocumentFile;
  readonly bytes: Buffer;
}

export function demoPicture(name: PictureName): DemoPicture {
  const bytes = readFileSync(new URL(`./pictures/${name}.jpg`, import.meta.url));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, file: { sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' } };
}

/** Lays the pictures ready before anybody names them, so that no hand-over of the demo waits for its files. */
export async function layPictures(database: Database, companyId: string, nowMs: number): Promise<void> {
  await inCompany(database, companyId, {}, async (tx) => {
    for (const { file, bytes } of PICTURES.map(demoPicture)) {
      // Each is smaller than one part.
      await keepPart(tx, companyId, { sha256: file.sha256, n: 0, bytes });
      await markVerified(tx, companyId, file, msToInstant(nowMs));
    }
  });
}
