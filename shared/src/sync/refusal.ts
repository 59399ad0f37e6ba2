/**
 * A rule said no. Codes are `noun.state`; what else it carries is data for the words on screen.
 * A refusal is stored with its mutation and answered the same on every retry.
 */
export interface Refusal {
  readonly code: string;
}
