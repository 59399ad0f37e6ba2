/** The app cannot start, and the message tells the person at the terminal why and what to do. No stack is shown. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
