import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { SignedEvent } from '../evidence.ts';
import type { Block, Fact, PaperLanguage } from '../paper-document.ts';
import { ceremonyWords } from './ceremony-words.ts';
import type { CeremonyStory } from './ceremony-story.ts';
import type { CertificateWords } from './certificate-shape.ts';
import { certificateWords } from './certificate-words.ts';
import { LAWS, lawBlock, type LawKey } from './laws.ts';
import { checkAddress } from './notice-frame.ts';
import { paperWords } from './paper-words.ts';
import type { SealedPaperInput } from './sealed-paper-input.ts';
import { writeMoment } from './write-values.ts';

/** What the certificate quotes on electronic signatures, by the law of the notice. */
const SIGNATURE_LAW: Readonly<Record<Jurisdiction, readonly LawKey[]>> = {
  HU: ['ptk-6-7-3', 'eidas-25-1'],
  RU: ['fz-63-9'],
  EU: ['eidas-25-1'],
  US: ['esign-7001-a', 'ueta-9'],
};

/**
 * How the receipt came about, in words a court can follow: what was hashed, the three times, how the ceremony works, who
 * can testify, every event, what was checked, what is proven and what is not, and the legal level.
 */
export function certificateBlocks(
  input: SealedPaperInput,
  story: CeremonyStory,
  language: PaperLanguage,
): readonly Block[] {
  const words = certificateWords(language);
  const witness = story.prepared.data.witness.name;
  return [
    { kind: 'page-break' },
    { kind: 'title', text: words.title },
    { kind: 'paragraph', text: words.opening },
    { kind: 'facts', rows: identityFacts(input, story, language) },
    { kind: 'heading', text: words.times.heading },
    { kind: 'facts', rows: timeFacts(input, language) },
    { kind: 'paragraph', text: words.times.explain },
    { kind: 'heading', text: words.how.heading },
    { kind: 'list', items: words.how.items, numbered: true },
    ...(story.witnessed === null ? [] : [{ kind: 'paragraph', text: words.how.witnessCan(witness) } as const]),
    { kind: 'heading', text: words.events.heading },
    eventTable(input.bundle.events, words),
    ...checkBlocks(input, words),
    ...provenBlocks(input, story, words),
    ...levelBlocks(input, story, language),
    { kind: 'code', address: checkAddress(input, input.code), text: words.verify(input.verifyAddress, input.code) },
  ];
}

function identityFacts(input: SealedPaperInput, story: CeremonyStory, language: PaperLanguage): readonly Fact[] {
  const { facts } = certificateWords(language);
  const { data } = story.prepared;
  const hash = (label: string, value: string): Fact => ({ label, value, digits: true });
  const own = (of: PaperLanguage) => ceremonyWords(of).language.own;
  const shown = new Map(story.shown.map((event) => [event.data.pdfSha256, event.data.language]));
  const consents = new Map(story.consents.map((event) => [event.data.consent.sha256, event.data.consent]));
  return [
    { label: facts.notice, value: input.data.number },
    hash(facts.code, input.code),
    hash(facts.ceremony, input.bundle.ceremonyId),
    { label: facts.outcome, value: ceremonyWords(language).outcome[story.outcome] },
    hash(facts.dataHash, data.dataSha256),
    hash(facts.pdfHash, input.pdfSha256),
    ...[...shown]
      .filter(([sha256]) => sha256 !== input.pdfSha256)
      .map(([sha256, of]) => hash(facts.shownHash(own(of)), sha256)),
    hash(facts.head, story.head),
    hash(facts.deviceKey, input.bundle.deviceKey.id),
    ...[...consents.values()].map((consent) =>
      hash(facts.consent(own(consent.language)), `${consent.version} · ${consent.sha256}`),
    ),
    { label: facts.versionLabel, value: facts.version(data.wording, data.renderer, data.app.build) },
  ];
}

function timeFacts({ times }: SealedPaperInput, language: PaperLanguage): readonly Fact[] {
  const words = certificateWords(language).times;
  return [
    { label: words.deviceSaid, value: writeMoment(times.deviceSaid, language, times.zone) },
    {
      label: words.notBefore,
      value: times.notBefore === null ? words.noBeacon : writeMoment(times.notBefore, language, null),
    },
    { label: words.notAfter, value: writeMoment(times.notAfter, language, null) },
  ];
}

/** Reading is told in one line, where it began: every part by itself would fill pages. */
function eventTable(events: readonly SignedEvent[], words: CertificateWords): Block {
  const parts = new Set(events.flatMap(({ body }) => (body.type === 'section-read' ? [body.data.section] : []))).size;
  const firstRead = events.findIndex(({ body }) => body.type === 'section-read');
  return {
    kind: 'table',
    columns: [
      { label: words.events.no, align: 'end' },
      { label: words.events.at, align: 'start' },
      { label: words.events.what, align: 'start' },
      { label: words.events.hash, align: 'start' },
    ],
    rows: events.flatMap(({ body, hash }, at) => {
      if (body.type === 'section-read' && at !== firstRead) return [];
      const what = body.type === 'section-read' ? words.events.parts(parts) : words.events.name[body.type];
      return [[String(body.seq), body.at.slice(0, 19).replace('T', ' '), what, hash.slice(0, 8)]];
    }),
  };
}

function checkBlocks(input: SealedPaperInput, words: CertificateWords): readonly Block[] {
  const { checks } = words;
  const { checksPassed, checksFailed = [], remarks = [] } = input;
  return [
    { kind: 'heading', text: checks.heading },
    { kind: 'list', items: checksPassed.map((key) => wordOf(checks.name, key)) },
    ...(checksFailed.length === 0
      ? []
      : [
          { kind: 'heading', text: checks.failedHeading } as const,
          { kind: 'list', items: checksFailed.map((key) => wordOf(checks.name, key)) } as const,
        ]),
    ...(remarks.length === 0
      ? []
      : [
          { kind: 'heading', text: checks.remarksHeading } as const,
          { kind: 'list', items: remarks.map((key) => wordOf(checks.remark, key)) } as const,
        ]),
  ];
}

/** The checks without which the record cannot be called unchanged. */
const UNCHANGED = ['chain.sequence', 'chain.hashes', 'chain.links', 'chain.signatures', 'chain.closed'];

/** Claims only what the checks that held carry: a person may have accepted a record in which one did not. */
function provenBlocks(
  { checksPassed }: SealedPaperInput,
  story: CeremonyStory,
  words: CertificateWords,
): readonly Block[] {
  const { proven } = words;
  const signed = story.signed.length > 0;
  const held = (...keys: readonly string[]) => keys.every((key) => checksPassed.includes(key));
  return [
    { kind: 'heading', text: proven.heading },
    {
      kind: 'list',
      items: [
        ...(held(...UNCHANGED) ? [proven.record] : []),
        ...(held('paper.match') ? [proven.paper] : []),
        proven.arrived,
        ...(signed && held('grammar', 'consent.known') ? [proven.signedItem] : []),
      ],
    },
    { kind: 'heading', text: proven.notHeading },
    {
      kind: 'list',
      items: [...(signed ? [proven.penItem(story.prepared.data.witness.name)] : []), ...proven.notItems],
    },
  ];
}

function levelBlocks(input: SealedPaperInput, story: CeremonyStory, language: PaperLanguage): readonly Block[] {
  const { level } = certificateWords(language);
  const { jurisdiction } = input.data;
  const laws = SIGNATURE_LAW[jurisdiction];
  const foreign = [...new Set(laws.map((key) => LAWS[key].original))].filter((original) => original !== language);
  return [
    { kind: 'heading', text: level.heading },
    { kind: 'paragraph', text: story.signed.length > 0 ? level.text : level.noSignature },
    { kind: 'paragraph', text: level.byLaw[jurisdiction] },
    ...foreign.map((original) => ({
      kind: 'paragraph' as const,
      text: paperWords(language).quoted[original],
      weight: 'quiet' as const,
    })),
    ...laws.map((key) => lawBlock(key, language)),
    { kind: 'paragraph', text: level.seal },
  ];
}

/** A check this wording does not know yet is printed by its key rather than left out. */
function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}
