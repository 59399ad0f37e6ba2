/** How many pages a paper made by `renderPaper` has, read from its page tree. Throws on bytes that are no such paper. */
export function pageCountOf(bytes: Uint8Array): number {
  // One byte, one character: places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  const table = Number(find(text.slice(-1024), /startxref\s+(\d+)\s+%%EOF/));
  const trailer = text.slice(text.indexOf('trailer', table));
  const root = objectAt(text, table, Number(find(trailer, /\/Root (\d+) 0 R/)));
  const pages = objectAt(text, table, Number(find(root, /\/Pages (\d+) 0 R/)));
  return Number(find(pages, /\/Count (\d+)/));
}

/** Each line of the cross-reference table is 20 bytes and begins with the place of its object. */
function objectAt(text: string, table: number, id: number): string {
  const lines = text.indexOf('0000000000', table);
  const place = Number(text.slice(lines + id * 20, lines + id * 20 + 10));
  return text.slice(place, text.indexOf('endobj', place));
}

function find(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error('not a paper of this renderer');
  return found;
}
