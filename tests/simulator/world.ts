/**
 * What every simulated world can do, whichever machinery stands behind it: tier 1 runs on models in memory, tier 2 on
 * real storage, the real server and a real database. Commands and invariants know only what is written here.
 */
import type { OutboxEntry, StoreName, StoreRecords } from '@cession/client/store/local-records.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import type { FileBox } from '@cession/client/document/file-box.ts';
import type { FileTransport } from '@cession/client/document/file-transport.ts';
import type { Transport } from '@cession/client/sync/ports.ts';
import type { OutboxItem } from '@cession/client/sync/outbox.ts';
import type { Decision, Mutator, Refs, SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Effect } from '@cession/server/sync/effect.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import type { FileDesk } from './server-model/model-parts.ts';

export type Tier = 1 | 2;

/** The same seed throws the same. */
export interface Dice {
  /** 0 ≤ n < `n`, whole. */
  below(n: number): number;
  /** True so many times out of a hundred. */
  chance(percent: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** One step of a plan. Each carries its own dice, so that taking a step out leaves the others as they were. */
export interface PlanStep {
  /** Which command: an index into the weighted list. */
  readonly command: number;
  readonly dice: number;
}

export interface Plan {
  readonly seed: number;
  readonly steps: readonly PlanStep[];
}

/** What can go wrong with one message. The last group is answered instead of the server. */
export type Fault =
  | 'lost-request'
  | 'lost-answer'
  | 'twice'
  | 'late'
  | 'again-later'
  | 'slow'
  | 'half-an-answer'
  | 'captive-portal'
  | 'status-401'
  | 'status-403'
  | 'status-409'
  | 'status-413'
  | 'status-426'
  | 'status-429'
  | 'status-500'
  | 'status-503';

export type MessageKind = 'push' | 'pull' | 'reconcile' | 'file-parts' | 'file-put' | 'file-complete';

export interface Acknowledged {
  readonly id: string;
  readonly phone: string;
  readonly userId: string;
  readonly companyId: string;
  readonly name: string;
  readonly args: unknown;
  /** In the order the phones acknowledged. */
  readonly at: number;
}

/** A phone in somebody's hand: one disk, one or more tabs, one line to the server. */
export interface SimPhone {
  /** `p1`, `p2` … */
  readonly name: string;
  readonly actor: SyncActor;
  /** Everything this phone has called saved. A wiped phone starts an empty list. */
  readonly acknowledged: readonly Acknowledged[];
  isOn(): boolean;
  /** Through the given open tab (0 = first). null when nothing is open or it died meanwhile. */
  perform<Name extends string, Args, R extends Refs, D extends Decision>(
    mutator: Mutator<Name, Args, R, D>,
    args: Args,
    options?: { readonly tab?: number; readonly supersedes?: string },
  ): Promise<{ readonly saved: boolean } | null>;
  /** Rows as the person sees them. */
  rows(table: string): readonly unknown[];
  outbox(): readonly OutboxItem[];
  discard(mutationId: string): Promise<void>;
  /** Asks for a run of the loop, and of the sending of files; does not wait for it. */
  sync(): void;
  /** Keeps bytes and adds a document to the card. */
  addPhoto(cardId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  openTab(): Promise<void>;
  /** Closes the last tab but one, gently or not. */
  killTab(): void;
  show(visible: boolean): void;
  /** Now, or when the named place between two effects is reached. */
  crash(place: string | null): void;
  start(appVersion?: string): Promise<void>;
  /** The browser threw everything away. */
  wipe(): Promise<void>;
  /** A second phone with a copy of this one's disk, as after a restored backup. */
  copy(name: string): Promise<SimPhone>;
  setClock(offMs: number): void;
  fillDisk(full: boolean): void;
  cut(is: boolean): void;
  /** The next message of this kind meets this fault. */
  meet(fault: Fault, kind: MessageKind): void;
  expireSession(is: boolean): void;
  /** Everything on the disk, read past the code under test. */
  disk(): Promise<Disk>;
  /** Bugs it ran into. */
  surprises(): readonly unknown[];
}

export type Disk = { readonly [S in StoreName]: readonly StoreRecords[S][] } & {
  readonly files: readonly { readonly sha256: string; readonly isWhole: boolean; readonly state: string }[];
};

export type { OutboxEntry };

/** The server as an operator handles it. */
export interface SimOffice {
  /** One of the processes dies and comes back: whatever it was doing is undone or was committed. */
  killProcess(): Promise<void>;
  /** Remembers the database; `restore` brings it back under a new epoch. */
  backup(): Promise<void>;
  restore(): Promise<void>;
  /** A version that does not know some mutators yet, or knows all again. */
  deploy(version: 'today' | 'yesterday'): Promise<void>;
  /** Somebody at a desk. */
  perform(actor: SyncActor, name: string, args: unknown): Promise<Verdict | null>;
  /** A round of the worker that decides what was left over, and of queue work. */
  work(): Promise<void>;
}

export interface LedgerFact {
  readonly id: string;
  readonly companyId: string;
  readonly userId: string;
  readonly name: string;
  readonly state: string;
  readonly args: unknown;
  readonly base: unknown;
  readonly deps: readonly string[];
  readonly device: { readonly id: string; readonly incarnation: string; readonly seq: number | null } | null;
  readonly verdict: Verdict | null;
}

export interface RowFact {
  readonly companyId: string;
  readonly table: string;
  readonly id: string;
  readonly ver: number;
  readonly audience: readonly string[];
  readonly isLive: boolean;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What the server has committed, read without the code under test. */
export interface Truth {
  ledger(): Promise<readonly LedgerFact[]>;
  rows(): Promise<readonly RowFact[]>;
  clock(companyId: string): Promise<number>;
  /** Whole files, by SHA-256: what is kept and whether it hashes to its name. */
  files(): Promise<readonly { readonly companyId: string; readonly sha256: string; readonly isWhole: boolean }[]>;
  /** Bumped by every restore. */
  epoch(): Promise<string>;
}

/** One thing that happened, for the trace and its hash, the diagram, and the invariants that watch messages. */
export interface Happening {
  readonly at: number;
  readonly who: string;
  readonly what: string;
  readonly to?: string;
  /** Said over the wire, word for word. */
  readonly message?: {
    readonly kind: MessageKind;
    readonly isAnswer: boolean;
    readonly actor: SyncActor;
    readonly body: unknown;
  };
}

export interface SimWorld {
  readonly tier: Tier;
  readonly people: readonly SyncActor[];
  readonly phones: readonly SimPhone[];
  readonly office: SimOffice;
  readonly truth: Truth;
  /** In the order they happened. */
  readonly happenings: readonly Happening[];
  addPhone(actor: SyncActor): Promise<SimPhone>;
  /** Lets things that are under way go on, in an order drawn from the dice, for at most this many events. */
  goOn(dice: Dice, events: number): Promise<void>;
  /** Moves everybody's time, running what falls due. */
  advance(ms: number): Promise<void>;
  /** All faults end, every phone is on, everybody sends and hears until nothing moves or `rounds` are over. */
  heal(rounds: number): Promise<{ readonly isQuiet: boolean }>;
  /** Fresh ids and values, the same for the same seed. */
  id(): string;
  /** From here on chance comes from these dice, so that a step of a plan does the same whatever came before it. */
  takeDice?(dice: Dice): void;
  /** Whatever the phones have begun goes on until they wait for a message, a time or a person. */
  rest?(): Promise<void>;
  /** A line of its own in the record of what happened. */
  note?(what: string): void;
  /** Bugs the server ran into. */
  surprises?(): readonly unknown[];
  stop(): Promise<void>;
}

export interface Violation {
  /** I1 … I17 as ARCHITECTURE.md numbers them. */
  readonly invariant: string;
  readonly what: string;
}

/**
 * Where a seeded bug sits: between two parts of the product, in the place of a real one. The product itself has no
 * switch for being wrong.
 */
export interface Seams {
  readonly disk?: (
    disk: LocalStore,
    about: { readonly tab: number; readonly step: (name: string) => Promise<void> },
  ) => LocalStore;
  readonly transport?: (transport: Transport, about: { readonly disk: LocalStore }) => Transport;
  readonly serverStore?: (store: ServerStore) => ServerStore;
  readonly spine?: (spine: ServerSpine, about: { readonly store: ServerStore }) => ServerSpine;
  /** What the server adds to mutators, its own clerk's among them. Tier 1. */
  readonly serverEffects?: (effects: Readonly<Record<string, Effect>>) => Readonly<Record<string, Effect>>;
  /** Where the bytes of files come in. Tier 1. */
  readonly fileDesk?: (desk: FileDesk, about: { readonly store: ServerStore }) => FileDesk;
  readonly fileBox?: (box: FileBox) => FileBox;
  readonly fileTransport?: (transport: FileTransport, about: { readonly box: FileBox }) => FileTransport;
  /** Runs on the disk when a newer version of the app is started on it. */
  readonly upgrade?: (disk: LocalStore) => Promise<void>;
}

export interface Bug {
  readonly name: string;
  /** The invariant that is expected to notice. */
  readonly breaks: readonly string[];
  readonly tier: Tier;
  readonly seams: Seams;
}
