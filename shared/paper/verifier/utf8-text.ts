/** The text of strict UTF-8 (RFC 3629), a byte order mark kept as it is; null for bytes that are no text. */
export function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
