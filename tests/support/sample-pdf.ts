/** A small PDF written by hand, with files attached: what the sealer gets, without a renderer. */
export interface SampleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** `words` stand on the page; `fill` is how many bytes of drawing fill the page up. */
export function samplePdf({ words = 'Pay to the new account', files = sampleFiles(), fill = 0 } = {}): Uint8Array {
  const page = latin(`BT /F1 12 Tf 56 700 Td (${words}) Tj ET\n${'0 0 m 1 1 l S\n'.repeat(Math.ceil(fill / 14))}`);
  const firstFile = 7;
  const names = files.map(({ name }, at) => `(${name}) ${firstFile + 2 * at} 0 R`).join(' ');
  const objects = [
    latin(`<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [${names}] >> >> >>`),
    latin('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    latin(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    stream('', page),
    latin('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    latin('<< /Title (A notice) /Producer (cession) >>'),
    ...files.flatMap(({ name, bytes }, at) => [
      latin(`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${firstFile + 2 * at + 1} 0 R >> >>`),
      stream('/Type /EmbeddedFile', bytes),
    ]),
  ];
  return assemble(objects);
}

export function sampleFiles(): SampleFile[] {
  return [
    { name: 'presented.pdf', bytes: latin('%PDF-1.7\n what was shown \n%%EOF\n') },
    { name: 'evidence.json', bytes: latin('{"head":"0123456789abcdef","v":1}') },
  ];
}

function stream(entries: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([latin(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, latin('\nendstream')]);
}

function assemble(objects: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [Buffer.from('255044462d312e370a25ffffffff0a', 'hex')];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [number, object] of objects.entries()) {
    const piece = Buffer.concat([latin(`${number + 1} 0 obj\n`), object, latin('\nendobj\n')]);
    places.push(at);
    pieces.push(piece);
    at += piece.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const table = `xref\n0 ${count}\n0000000000 65535 f \n${rows}`;
  const id = '<00112233445566778899aabbccddeeff>';
  const trailer = `trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R /ID [${id} ${id}] >>\nstartxref\n${at}\n%%EOF\n`;
  return new Uint8Array(Buffer.concat([...pieces, latin(table + trailer)]));
}
