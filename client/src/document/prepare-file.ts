import { FILE_LIMITS, type MediaType } from '@cession/shared/document/document.ts';
import { isLockedPdf, TELLTALE_BYTES, tellMediaType } from '@cession/shared/document/tell-media-type.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';

/** A file as it will be kept and sent. */
export interface PreparedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: MediaType;
}

export type NotPrepared =
  | { readonly code: 'unknown-type' | 'heic' | 'unreadable' | 'locked' | 'empty' }
  | { readonly code: 'too-large'; readonly bytes: number; readonly limit: number };

/** A camera's own picture may be larger than what is kept of it. */
const MOST_SOURCE_BYTES = 60 * 1024 * 1024;
const LONG_SIDE = 2000;
const QUALITY = 0.82;

/**
 * Makes what somebody picked ready to be kept: its type is told by its content; a photograph is drawn once, smaller and
 * the right way up, which leaves behind where and with what it was taken; a PDF stays as it is.
 */
export async function prepareFile(picked: Blob): Promise<Result<PreparedFile, NotPrepared>> {
  if (picked.size === 0) return err({ code: 'empty' });
  const start = new Uint8Array(await picked.slice(0, TELLTALE_BYTES).arrayBuffer());
  const mediaType = tellMediaType(start);
  if (mediaType === null) return err({ code: 'unknown-type' });
  const limit = mediaType === 'application/pdf' ? FILE_LIMITS.fileBytes : MOST_SOURCE_BYTES;
  if (picked.size > limit) return err({ code: 'too-large', bytes: picked.size, limit });
  if (mediaType === 'application/pdf') return readPdf(picked);
  const drawn = await drawSmaller(picked.slice(0, picked.size, mediaType));
  if (drawn === null) return err({ code: mediaType === 'image/heic' ? 'heic' : 'unreadable' });
  const bytes = new Uint8Array(await drawn.arrayBuffer());
  if (tellMediaType(bytes) !== 'image/jpeg') return err({ code: 'unreadable' });
  return ok({ bytes, mediaType: 'image/jpeg' });
}

async function readPdf(picked: Blob): Promise<Result<PreparedFile, NotPrepared>> {
  const bytes = new Uint8Array(await picked.arrayBuffer());
  return isLockedPdf(bytes) ? err({ code: 'locked' }) : ok({ bytes, mediaType: 'application/pdf' });
}

/** null where this browser cannot read the picture. */
async function drawSmaller(picture: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(picture, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null) return null;
  try {
    const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    return await drawnAside(bitmap, width, height);
  } catch {
    return null;
  } finally {
    // A photograph takes 48 MB in memory; the next one must not meet it there.
    bitmap.close();
  }
}

async function drawnAside(bitmap: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  if (typeof OffscreenCanvas === 'undefined') return drawnOnPage(bitmap, width, height);
  const canvas = new OffscreenCanvas(width, height);
  paint(canvas.getContext('2d'), bitmap, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

function drawnOnPage(bitmap: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  paint(canvas.getContext('2d'), bitmap, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

type Paper = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** On white: a JPEG has no transparency, and black would swallow a scanned page. */
function paint(context: Paper | null, bitmap: ImageBitmap, width: number, height: number): void {
  if (context === null) throw new Error('there is no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
}
