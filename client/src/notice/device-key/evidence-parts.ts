import type { AnyProcedure, InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { evidenceCrypto } from '@cession/shared/notice/evidence-crypto.ts';
import type { EvidenceCrypto } from '@cession/shared/notice/evidence.ts';
import type { CompanyId, UserId } from '@cession/shared/people/actor.ts';
import type { Env, Locks, Timer } from '../../device/ports.ts';
import type { EvidenceStore } from './evidence-store.ts';

export type Ask = <P extends AnyProcedure>(procedure: P, input: InputOfProcedure<P>) => Promise<OutputOfProcedure<P>>;

/** The world of keys and ceremonies, for one person on one device. */
export interface EvidenceParts {
  readonly store: EvidenceStore;
  /** Of this page: monotonic time starts anew with another. */
  readonly session: string;
  /** null where the page has no WebCrypto: an insecure address, an old browser. */
  readonly subtle: SubtleCrypto | null;
  readonly env: Pick<Env, 'now' | 'mono' | 'uuid'>;
  readonly timer: Timer;
  readonly locks: Locks | null;
  readonly ask: Ask;
  readonly person: { readonly userId: UserId; readonly companyId: CompanyId; readonly name: string };
  readonly device: DeviceFacts;
  /** Where surprises of background work go. */
  readonly report: (surprise: unknown) => void;
}

/** What the evidence says about the device, asked for when it is needed. */
export interface DeviceFacts {
  readonly build: string;
  readonly userAgent: string;
  /** For people, in the list of devices. */
  readonly label: string;
  timeZone(): string;
  screen(): { readonly w: number; readonly h: number };
  online(): boolean;
}

/** Hashes and checks signatures. Only after a key was made: then there is WebCrypto. */
export function cryptoOf({ subtle }: Pick<EvidenceParts, 'subtle'>): EvidenceCrypto {
  if (subtle === null) throw new Error('there is no WebCrypto on this page');
  return evidenceCrypto(subtle);
}
