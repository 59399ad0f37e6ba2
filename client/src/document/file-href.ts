/** Where the server shows the file of a document. */
export function fileHref(documentId: string): string {
  return `/files/document/${documentId}`;
}
