const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]+)-----END \1-----/g;

/** The blocks of a PEM text with that label (RFC 7468), as DER, in their order. */
export function readPem(text: string, label: string): Uint8Array<ArrayBuffer>[] {
  const blocks = [...text.matchAll(BLOCK)].filter((match) => match[1] === label);
  return blocks.map((match) =>
    Uint8Array.from(atob((match[2] ?? '').replace(/\s+/g, '')), (character) => character.charCodeAt(0)),
  );
}

export function writePem(label: string, der: Uint8Array): string {
  const lines = btoa(String.fromCharCode(...der)).match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
