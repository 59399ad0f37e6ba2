export const MOST_MEGABYTES = 30;

export type NotRead =
  | 'several'
  | 'folder'
  | 'none'
  | 'empty'
  | 'large'
  | 'picture'
  | 'not-pdf'
  | 'locked'
  | 'unreadable'
  | 'checker';

export type Picked = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | NotRead;

/** What somebody dropped, pasted or chose. A folder comes as a file without a type that cannot be read. */
export interface Given {
  readonly files: readonly File[];
  readonly hasFolder: boolean;
}

export function givenBy(transfer: DataTransfer | null): Given {
  const items = [...(transfer?.items ?? [])];
  const hasFolder = items.some((item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory === true);
  return { files: [...(transfer?.files ?? [])], hasFolder };
}

/** Reads the one PDF, or says why not. Only the first bytes decide what it is: names and types are what others say. */
export async function readPicked({ files, hasFolder }: Given): Promise<Picked> {
  const [file] = files;
  if (hasFolder && files.length < 2) return 'folder';
  if (file === undefined) return 'none';
  if (files.length > 1) return 'several';
  if (file.size > MOST_MEGABYTES * 1_000_000) return 'large';
  const buffer = await file.arrayBuffer().catch(() => null);
  if (buffer === null) return 'unreadable';
  const bytes = new Uint8Array(buffer);
  if (bytes.length === 0) return 'empty';
  return kindOf(bytes) ?? { name: file.name, bytes };
}

function kindOf(bytes: Uint8Array): 'picture' | 'not-pdf' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  // Readers look for the mark within the first kilobyte; what stands before it is for the verifier to judge.
  if (head.includes('%PDF-')) return null;
  const isPicture = PICTURES.some((mark) => mark.test(head));
  return isPicture ? 'picture' : 'not-pdf';
}

/** JPEG, PNG, GIF, WebP, TIFF, BMP, and the family of HEIC and AVIF. */
const PICTURES = [
  /^ÿØÿ/,
  /^.PNG/s,
  /^GIF8/,
  /^RIFF.{4}WEBP/s,
  /^(II\*\0|MM\0\*)/,
  /^BM.{4}\0{4}/s,
  /^.{4}ftyp(heic|heix|mif1|msf1|avif)/s,
];
