/** The work was decided on rows that were no longer true when it came to write: its transaction starts again. */
export class StaleRead extends Error {
  override readonly name = 'StaleRead';
}
