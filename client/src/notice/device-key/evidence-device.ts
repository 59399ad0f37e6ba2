import type { Profile } from '@cession/shared/people/actor.ts';
import { ask } from '../../device/ask-server.ts';
import { browserEnv } from '../../device/browser-env.ts';
import { timer } from '../../device/timer.ts';
import { webLocks } from '../../device/web-locks.ts';
import type { Companion } from '../../people/open-phone.ts';
import type { CessionDb } from '../../store/db.ts';
import type { EvidenceParts } from './evidence-parts.ts';
import { createEvidenceStore, type EvidenceStore } from './evidence-store.ts';
import { createEnrolmentKeeper, type EnrolmentKeeper } from './keep-enrolled.ts';

/** This device as a maker of evidence, for one person. */
export interface EvidenceDevice {
  readonly parts: EvidenceParts;
  readonly keeper: EnrolmentKeeper;
}

const known = new WeakMap<CessionDb, EvidenceDevice>();
const session = browserEnv.uuid();

/** One per open phone. */
export function evidenceDevice({ profile, db }: Pick<Companion, 'profile' | 'db'>): EvidenceDevice {
  const there = known.get(db);
  if (there) return there;
  const parts = browserParts(profile, createEvidenceStore(db));
  const device = { parts, keeper: createEnrolmentKeeper(parts) };
  known.set(db, device);
  return device;
}

function browserParts({ userId, companyId, name }: Profile, store: EvidenceStore): EvidenceParts {
  // Typed as always there; a page without a secure address has none.
  const subtle = (globalThis.crypto.subtle as SubtleCrypto | undefined) ?? null;
  return {
    ...{ store, session, subtle, env: browserEnv, timer, locks: webLocks(), ask },
    person: { userId, companyId, name },
    device: {
      build: String(import.meta.env['VITE_APP_VERSION'] ?? 'dev'),
      userAgent: navigator.userAgent,
      label: [name, systemOf(navigator.userAgent)].filter(Boolean).join(', '),
      timeZone: () => new Intl.DateTimeFormat().resolvedOptions().timeZone,
      screen: () => ({ w: Math.round(screen.width), h: Math.round(screen.height) }),
      online: () => navigator.onLine,
    },
    report: reportError,
  };
}

/** Enough to tell two devices of one person apart in a list. */
function systemOf(userAgent: string): string {
  const system = ['iPad', 'iPhone', 'Android', 'Windows', 'CrOS', 'Macintosh', 'Linux'].find((name) =>
    userAgent.includes(name),
  );
  return system ?? '';
}
