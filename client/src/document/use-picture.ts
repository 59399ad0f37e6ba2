import type { CardDocument } from '@cession/shared/document/document.ts';
import { useEffect, useState } from 'react';
import { fileHref } from './file-href.ts';
import { useFileBox } from './use-documents.ts';

/** Where a document's bytes can be read right now. */
export type Picture =
  | { readonly kind: 'reading' }
  /** `src` works in an `img` or a download. */
  | { readonly kind: 'here'; readonly src: string }
  | { readonly kind: 'none' };

/** This phone's own bytes where it still has them, else the server's. */
export function usePicture(document: CardDocument): Picture {
  const box = useFileBox();
  const { id, file, bytesAt } = document;
  const sha256 = file?.sha256 ?? null;
  const [read, setRead] = useState<{ readonly sha256: string; readonly src: string | null }>();
  useEffect(() => {
    if (file === null) return undefined;
    let current = true;
    let url: string | null = null;
    const show = (bytes: Uint8Array<ArrayBuffer> | null) => {
      if (!current) return;
      url = bytes === null ? null : URL.createObjectURL(new Blob([bytes], { type: file.mediaType }));
      setRead({ sha256: file.sha256, src: url });
    };
    box.bytes(file).then(show, () => show(null));
    return () => {
      current = false;
      if (url !== null) URL.revokeObjectURL(url);
    };
    // The same bytes under a row that changed otherwise are not read again.
    // oxlint-disable-next-line react/exhaustive-deps -- `file` is told apart by its hash
  }, [box, sha256]);
  if (file === null) return { kind: 'none' };
  if (read?.sha256 !== sha256) return { kind: 'reading' };
  if (read.src !== null) return { kind: 'here', src: read.src };
  return bytesAt === null ? { kind: 'none' } : { kind: 'here', src: fileHref(id) };
}
