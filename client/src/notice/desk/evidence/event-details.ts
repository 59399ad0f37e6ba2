import type { EvidenceEvent, EvidenceOf } from '@cession/shared/notice/evidence.ts';
import { NOTICE_SECTIONS } from '@cession/shared/notice/wording/notice-paper.ts';
import type { Text } from '../../../text/texts.ts';
import { useText } from '../../../text/use-text.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { EventLine } from './event-line.ts';

export interface EventWords {
  readonly title: string;
  readonly details: readonly string[];
}

/** What happened, in words, with the facts of it. */
export function useEventWords(): (line: EventLine) => EventWords {
  const text = useText();
  return (line) => {
    const { t } = text;
    if (line.kind === 'event') {
      const { title, details } = wordsOf(text, line.event.body);
      return { title, details: line.startedAnew ? [...details, t('evidence.sessionAnew')] : details };
    }
    const parts = line.parts.map((part) => partWords(text, part));
    return { title: t('evidence.sectionsRead', { count: line.parts.length }), details: [parts.join(' · ')] };
  };
}

function partWords({ t, formatNumber }: Text, { section, ms }: EvidenceOf<'section-read'>['data']): string {
  const known = NOTICE_SECTIONS.find((each) => each === section);
  const name = known === undefined ? section : t(`evidence.section.${known}`);
  return `${name} ${t('evidence.seconds', { count: formatNumber(Math.round(ms / 100) / 10) })}`;
}

function wordsOf(text: Text, event: EvidenceEvent): EventWords {
  const { t } = text;
  if (event.type === 'section-read') {
    return { title: t('evidence.event.section-read', { section: partWords(text, event.data) }), details: [] };
  }
  const details = detailsOf(text, event).filter((detail) => detail !== '');
  return { title: t(`evidence.event.${event.type}`), details };
}

function detailsOf(text: Text, { type, data }: EvidenceEvent): readonly string[] {
  const { t } = text;
  switch (type) {
    case 'prepared': {
      const where = t(data.app.online ? 'evidence.online' : 'evidence.offline');
      return [data.signers.map(({ name }) => name).join(', '), `${where} · ${data.clock.timeZone}`];
    }
    case 'identified':
      return [data.confirmedName];
    case 'language-changed':
    case 'shown':
      return [t(`evidence.language.${data.language}`)];
    case 'consented': {
      const { version, language } = data.consent;
      return [t('evidence.consentText', { version, language: t(`evidence.language.${language}`) })];
    }
    case 'signed':
      return [t(`evidence.method.${data.mark.method}`)];
    case 'received-only':
      return [data.incomingNumber, data.note];
    case 'refused':
      return [reasonText(text, data.reason), data.note];
    case 'wrong-person':
      return [[data.name, data.department].filter(Boolean).join(', '), data.note];
    case 'absent':
    case 'witnessed':
      return [data.note];
    case 'copy-given':
      return [t(`evidence.copy.${data.how}`)];
    case 'section-read':
    case 'handed-over':
    case 'handed-back':
    case 'closed':
      return [];
  }
}

/** The reason as the debtor saw it, in the language of whoever reads now. */
export function reasonText({ locale }: Text, reason: EvidenceOf<'refused'>['data']['reason']): string {
  return ceremonyWords(locale).refuse.reasons[reason];
}
