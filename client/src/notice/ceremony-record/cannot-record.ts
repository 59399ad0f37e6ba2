/**
 * Why nothing was recorded. The event did not happen as far as the evidence goes; what was recorded before stands.
 * - `ceremony.no-key`, `ceremony.not-enrolled`, `ceremony.revoked`: this device cannot hold a ceremony, see DeviceState;
 * - `ceremony.elsewhere`: another tab holds this ceremony;
 * - `ceremony.unknown`: it is not on this device; `ceremony.closed`: it is over;
 * - `ceremony.out-of-order`: the event cannot come here, a mistake of the caller;
 * - `ceremony.full`: the evidence would be larger than may travel: shorten the text;
 * - `ceremony.begun`: it cannot be thrown away, because the debtor has had the tablet in hand.
 */
export type CannotRecordCode =
  | 'ceremony.no-key'
  | 'ceremony.not-enrolled'
  | 'ceremony.revoked'
  | 'ceremony.elsewhere'
  | 'ceremony.unknown'
  | 'ceremony.closed'
  | 'ceremony.out-of-order'
  | 'ceremony.full'
  | 'ceremony.begun';

export class CannotRecord extends Error {
  readonly code: CannotRecordCode;
  constructor(code: CannotRecordCode, detail = '') {
    super(`not recorded: ${code} ${detail}`);
    this.name = 'CannotRecord';
    this.code = code;
  }
}
