/** A refusal on the level of HTTP: a code for programs and a sentence for people. */
export function refuse(status: number, code: string, message: string, extra: Record<string, string> = {}): Response {
  return Response.json({ code, message, ...extra }, { status, headers: { 'cache-control': 'no-store' } });
}
