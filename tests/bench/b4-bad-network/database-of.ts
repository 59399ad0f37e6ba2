/** One CouchDB-like database for each device, named after its line. */
export function databaseOf(lineUrl: string): string {
  return `cards-${new URL(lineUrl).port}`;
}
