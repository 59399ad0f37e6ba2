import type { CardDocument } from '@cession/shared/document/document.ts';
import { FileClock, FileText } from 'lucide-react';
import { useState } from 'react';
import { usePicture } from './use-picture.ts';

/** The picture small, or what stands for it. Only beside words. */
export function Thumbnail({ document }: { document: CardDocument }) {
  const picture = usePicture(document);
  const [failed, setFailed] = useState<string | null>(null);
  const { file } = document;
  const isPicture = file !== null && file.mediaType !== 'application/pdf' && file.mediaType !== 'image/heic';
  const frame =
    'grid size-12 shrink-0 place-items-center overflow-hidden rounded-1 border border-line bg-sunk text-ink-3';
  if (file === null)
    return (
      <span className={frame}>
        <FileClock aria-hidden size={22} />
      </span>
    );
  if (!isPicture || picture.kind !== 'here' || failed === picture.src) {
    return (
      <span className={frame}>
        <FileText aria-hidden size={22} />
      </span>
    );
  }
  return (
    <span className={frame}>
      <img src={picture.src} alt="" onError={() => setFailed(picture.src)} className="size-full object-cover" />
    </span>
  );
}
