const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
};

/**
 * Pasted text as plain lines: mark-up of web pages and mail gone, table cells kept apart by a tab, every space a
 * plain one, invisible characters dropped. Letters and digits stay exactly as they were.
 */
export function cleanPaste(text: string): string {
  return text
    .toWellFormed()
    .replace(/<(?:script|style)\b[^<]*<\/(?:script|style)>/giu, ' ')
    .replace(/<\/?(?:br|p|div|tr|li|h[1-6]|table|ul|ol)\b[^<>]{0,500}>/giu, '\n')
    .replace(/<\/?(?:td|th)\b[^<>]{0,500}>/giu, '\t')
    .replace(/<\/?[a-z!][^<>]{0,500}>/giu, ' ')
    .replace(/&(\w{2,6});/gu, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(/&#(?:160|xa0);/giu, ' ')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/\u00AD|[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uE000\uFEFF]/gu, '')
    .replace(/[\p{Cc}](?<![\t\n])/gu, ' ')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/ *\t[\t ]*/gu, '\t')
    .replace(/ *\n[ \t\n]*/gu, '\n')
    .trim();
}
