/** What the server adds to the remarks of the verification. Worth a look, never a failure. */
export const SERVER_REMARKS = {
  /** Signed after the key may have been in other hands. */
  compromised: 'device-compromised',
  /** The device was revoked, but this was signed before the key left its owner's hands, as far as is known. */
  beforeCompromise: 'before-compromise',
  /** A second bundle with this ceremony's id arrived and lies beside the first. */
  differs: 'second-bundle',
} as const;
export type ServerRemark = (typeof SERVER_REMARKS)[keyof typeof SERVER_REMARKS];
