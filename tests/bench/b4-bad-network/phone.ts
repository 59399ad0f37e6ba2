/** What every contender's device can do, and what it can tell the person. */
import type { CardDocument } from '../kit/card-documents.ts';
import type { PushTarget } from '../b1-push/pusher.ts';

export interface DeviceState {
  /** Ids of the rows the device shows. */
  readonly shown: readonly string[];
  /** What it says still waits; null where the library cannot tell. */
  readonly waiting: number | null;
  /** It knows that everything is on the server. */
  readonly isSettled: boolean;
  /** What it says was given up or refused. */
  readonly givenUp: number;
  /** How things stand, in a word or two. */
  readonly says: string;
}

export interface BadDayPhone {
  save(documents: readonly CardDocument[]): Promise<void>;
  /** From now on it sends whenever it thinks best. */
  start(): Promise<void>;
  /** What a device is told when its radio finds the network again. */
  hearOnline(): Promise<void>;
  /** The person has signed in again. */
  hearSignedIn(): Promise<void>;
  state(): Promise<DeviceState>;
  close(): Promise<void>;
}

export type OpenPhone = (target: PushTarget) => Promise<BadDayPhone>;

export const PHONES = ['ours', 'rxdb', 'pouchdb', 'tanstack', 'tanstack-careful'] as const;
export type PhoneKind = (typeof PHONES)[number];
