interface Parsed {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
}

/** Names of the fields that do not do yet: those the schema refuses, and those that hold nothing but spaces. */
export function lacksOf(parsed: Parsed, needed: Readonly<Record<string, string>>): string[] {
  const refused = (parsed.error?.issues ?? []).map(({ path }) => String(path[0]));
  const empty = Object.entries(needed).flatMap(([name, text]) => (text.trim() === '' ? [name] : []));
  return [...new Set([...empty, ...refused])];
}
