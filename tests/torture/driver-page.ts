/** What the driver's page answers when it is asked how it is. */
export interface DriverStatus {
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
  readonly link: string;
  readonly cursor: number;
  /** Entries that no person has to decide about and that are not home yet. */
  readonly waiting: number;
  readonly untold: number;
  /** What the client refused to save here although it should have, in its own words. */
  readonly troubles: readonly string[];
}
