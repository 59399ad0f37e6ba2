interface Parsed {
  readonly success: boolean;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
}

/** Names of the fields that do not do yet, in the order of `asked`: those the schema refuses, and those of `needed` that hold nothing but spaces. */
export function lacksOf(parsed: Parsed, needed: Readonly<Record<string, string>>, asked: readonly string[]): string[] {
  const refused = (parsed.error?.issues ?? []).map(({ path }) => String(path[0]));
  const empty = Object.entries(needed).flatMap(([name, text]) => (text.trim() === '' ? [name] : []));
  const placeOf = (name: string) => (asked.includes(name) ? asked.indexOf(name) : asked.length);
  return [...new Set([...empty, ...refused])].toSorted((one, other) => placeOf(one) - placeOf(other));
}
