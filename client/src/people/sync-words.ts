import type { RecordState, SyncStatus } from '../sync/sync-status.ts';
import type { Text } from '../text/texts.ts';
import type { Tone } from '../ui/pill.tsx';

export interface Words {
  readonly tone: Tone;
  readonly words: string;
}

/** The one thing the pill of the app bar says; null where silence says it: all is sent. */
export function pillWords(t: Text['t'], status: SyncStatus): Words | null {
  const { link, waiting, firstSync } = status;
  const needsYou = status.needsYou + status.conflicts;
  if (link === 'blocked') return { tone: 'wrong', words: t('sync.pill.closed') };
  if (link === 'paused-auth') return { tone: 'wait', words: t('sync.pill.signIn', { count: waiting }) };
  if (needsYou > 0) return { tone: 'wrong', words: t('sync.pill.needsYou', { count: needsYou }) };
  if (link === 'needs-update' && waiting > 0) return { tone: 'wait', words: t('sync.pill.update') };
  if (firstSync !== null && link !== 'unreachable') return { tone: 'neutral', words: fetching(t, firstSync) };
  if (status.sending) return { tone: 'neutral', words: t('sync.pill.sending') };
  if (waiting > 0) return { tone: 'wait', words: t('sync.pill.waiting', { count: waiting }) };
  if (link === 'unreachable') return { tone: 'neutral', words: t('sync.pill.offline') };
  return null;
}

function fetching(t: Text['t'], { done, total }: { done: number; total: number }): string {
  return total === 0 ? t('sync.pill.fetching') : t('sync.pill.fetched', { done, total });
}

/** Where a record is on its way, for the small line of its row. */
export function recordWords(text: Text, state: RecordState, changedAt: string, now: number): string {
  const { t, formatMoment } = text;
  switch (state.state) {
    case 'saved-here':
      return t('sync.state.saved', { time: formatMoment(changedAt, now) });
    case 'waiting':
      return t('sync.state.waiting');
    case 'sending':
      return t('sync.state.sending');
    case 'sent':
      return t('sync.state.sent', { time: formatMoment(state.at, now) });
    case 'needs-you':
      return t('sync.state.needsYou');
    case 'conflict':
      return t('sync.state.conflict');
    case 'in-review':
      return t('sync.state.inReview');
  }
}

/** What has changed since the person last looked, worth four seconds of their attention. */
export type News = 'offline' | 'sent' | 'needsYou';

export function newsBetween(before: SyncStatus, now: SyncStatus): News | null {
  // What the first sync brings was there before this phone.
  if (before.firstSync !== null) return null;
  if (now.needsYou + now.conflicts > before.needsYou + before.conflicts) return 'needsYou';
  if (now.link === 'unreachable' && before.link === 'ok') return 'offline';
  const unsent = (status: SyncStatus) => status.waiting + status.needsYou + status.inReview;
  // Not after every single save: only where it had been uncertain.
  const wasCutOff = before.link !== 'ok' && before.link !== 'unknown';
  if (now.link === 'ok' && wasCutOff && unsent(now) === 0) return 'sent';
  return null;
}
