/** A phone from within: what it was given, and all of it that changes. */
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Acknowledged, Dice, Disk, Fault, MessageKind, Seams, SimPhone } from '../world.ts';
import type { Note } from './hashed-trace.ts';
import type { LineEnd } from './parcel.ts';
import { createSimBrowser, type SimBrowser } from './sim-browser.ts';
import type { SimLine } from './sim-line.ts';
import type { SimTab } from './sim-tab.ts';
import type { SimTime } from './sim-time.ts';

/** What the world needs of a phone beyond what commands do with it. */
export interface WorldPhone extends SimPhone {
  busy(): number;
  /** No fault ahead, signal, room, sign-in. */
  heal(): void;
  /** Changes whenever something on the disk does that a person could notice. */
  fingerprint(): Promise<string>;
  end(): Promise<void>;
}

export interface PhoneParts {
  readonly name: string;
  readonly actor: SyncActor;
  readonly line: SimLine;
  readonly time: SimTime;
  readonly seams: Seams;
  readonly dice: Dice;
  readonly uuid: () => string;
  readonly dbName: (name: string) => string;
  readonly note: Note;
  readonly settle: () => Promise<void>;
  /** A count over all phones. */
  readonly nextAck: () => number;
  readonly joined: (phone: WorldPhone) => void;
}

export interface PhoneBody {
  readonly parts: PhoneParts;
  readonly surprises: unknown[];
  readonly faults: { readonly fault: Fault; readonly kind: MessageKind }[];
  /** The name of its database. */
  disk: string;
  lives: number;
  version: string;
  clockOff: number;
  isFull: boolean;
  isCut: boolean;
  isExpired: boolean;
  isVisible: boolean;
  crashPlace: string | null;
  acknowledged: Acknowledged[];
  browser: SimBrowser;
  tabs: SimTab[];
  /** Ends whatever runs on it, tabs that are only opening among them. */
  dying: (() => void)[];
  /** What was read from the disk, until something is written there. */
  known: Promise<Disk> | null;
}

const FIRST_VERSION = '1.0.0';

export function createPhoneBody(parts: PhoneParts, disk: string): PhoneBody {
  return {
    ...{ parts, disk, lives: 1, version: FIRST_VERSION, clockOff: 0, isFull: false, isCut: false, isExpired: false },
    ...{ surprises: [], faults: [], isVisible: true, crashPlace: null, acknowledged: [] },
    ...{ browser: createSimBrowser(), tabs: [], dying: [], known: null },
  };
}

export function say({ parts }: PhoneBody, what: string): void {
  parts.note({ who: parts.name, what });
}

export function die(body: PhoneBody): void {
  body.crashPlace = null;
  for (const kill of body.dying.splice(0)) kill();
  body.tabs = [];
  body.browser = createSimBrowser();
}

export function lineEndOf(body: PhoneBody): LineEnd {
  const { name, actor } = body.parts;
  return {
    ...{ name, actor, isCut: () => body.isCut, isExpired: () => body.isExpired },
    takeFault: (kind) => {
      const at = body.faults.findIndex((ahead) => ahead.kind === kind);
      return at < 0 ? null : (body.faults.splice(at, 1)[0]?.fault ?? null);
    },
  };
}
