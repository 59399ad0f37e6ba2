import type { Block, Fact, PaperLanguage } from '../paper-document.ts';
import { ceremonyWords } from './ceremony-words.ts';
import type { CeremonyStory, SignedStory } from './ceremony-story.ts';
import { ofType } from './ceremony-story.ts';
import { certificateWords } from './certificate-words.ts';
import { factOf } from './party-facts.ts';
import type { SealedPaperInput } from './sealed-paper-input.ts';
import { writeMoment } from './write-values.ts';

type Input = Pick<SealedPaperInput, 'data' | 'times'>;

/** What was signed, word for word, or how the notice was delivered without a signature; then the witness. */
export function receiptBlocks(input: Input, story: CeremonyStory): readonly Block[] {
  const words = certificateWords(story.language);
  return [
    { kind: 'page-break' },
    { kind: 'title', text: words.receipt.title },
    ...story.signed.flatMap((each, at) => signedBlocks(input, each, at + 1, story.signed.length)),
    ...(isSigned(story) ? [] : deliveredBlocks(input, story)),
    ...witnessBlocks(input, story),
  ];
}

function signedBlocks(input: Input, signed: SignedStory, place: number, of: number): readonly Block[] {
  const { receipt } = certificateWords(signed.language);
  const words = ceremonyWords(signed.language);
  const { signer, event } = signed;
  return [
    { kind: 'heading', text: receipt.signed(place, of) },
    {
      kind: 'paragraph',
      text: words.sign.statement({
        name: signer.name,
        title: signer.title,
        company: input.data.debtor.legalName,
        number: input.data.number,
      }),
      weight: 'strong',
    },
    {
      kind: 'facts',
      rows: [
        ...personFacts(signed),
        { label: receipt.when, value: writeMoment(event.at, signed.language, input.times.zone) },
        { label: receipt.act, value: event.data.act },
        ...declaredFacts(signed),
      ],
    },
    ...onlyReceipt(event.data, words.sign.notAcceptance),
    signatureOf(signed),
  ];
}

/** Said only where it is true: who also confirmed the debt or gave up defences did more than receive. */
function onlyReceipt({ confirmsDebt, waivesDefences }: SignedStory['event']['data'], text: string): readonly Block[] {
  return confirmsDebt || waivesDefences ? [] : [{ kind: 'paragraph', text, weight: 'quiet' }];
}

function personFacts({ signer, language }: SignedStory): readonly Fact[] {
  const { receipt } = certificateWords(language);
  const words = ceremonyWords(language);
  const authority = [words.authority[signer.authority], signer.authorityReference].filter((part) => part !== '');
  return [
    { label: receipt.name, value: signer.name },
    ...factOf(receipt.jobTitle, signer.title),
    { label: receipt.authority, value: authority.join(', ') },
    { label: receipt.identified, value: words.identifiedBy[signer.identifiedBy] },
  ];
}

/** Each act of its own: declared in the words of its tick, or said not to be declared. */
function declaredFacts({ event, language }: SignedStory): readonly Fact[] {
  const { receipt } = certificateWords(language);
  const words = ceremonyWords(language);
  const { objections, confirmsDebt, waivesDefences } = event.data;
  const declared = (is: boolean, act: typeof words.debt) =>
    is ? `${act.tick}. ${act.statement}` : receipt.notDeclared;
  return [
    {
      label: receipt.objections,
      value: objections.stated === 'list' ? oneLine(objections.text) : words.objections.choice[objections.stated],
    },
    { label: receipt.debt, value: declared(confirmsDebt, words.debt) },
    { label: receipt.waiver, value: declared(waivesDefences, words.waiver) },
  ];
}

function signatureOf({ event, signer, language }: SignedStory): Block {
  const { receipt } = certificateWords(language);
  const method = receipt.method[event.data.mark.method];
  return {
    kind: 'signature',
    caption: `${receipt.signature}, ${method}`,
    name: signer.name,
    alt: receipt.alt(signer.name, method),
    mark: event.data.mark,
  };
}

function deliveredBlocks({ data, times }: Input, story: CeremonyStory): readonly Block[] {
  const { receipt } = certificateWords(story.language);
  const words = ceremonyWords(story.language);
  const named = story.prepared.data.signers.map(({ name, title }) => (title === '' ? name : `${name}, ${title}`));
  const at = story.events.at(-1)?.at ?? story.prepared.at;
  return [
    { kind: 'heading', text: receipt.notSigned },
    { kind: 'paragraph', text: `${words.outcome[story.outcome]}: ${data.debtor.legalName}`, weight: 'strong' },
    {
      kind: 'facts',
      rows: [
        ...factOf(receipt.name, named.join('; ')),
        { label: receipt.when, value: writeMoment(at, story.language, times.zone) },
        ...outcomeFacts(story, story.language),
      ],
    },
  ];
}

function outcomeFacts(story: CeremonyStory, language: PaperLanguage): readonly Fact[] {
  const { receipt } = certificateWords(language);
  const { reasons } = ceremonyWords(language).refuse;
  return [
    ...ofType(story.events, 'received-only').flatMap(({ data }) => [
      ...factOf(receipt.incomingNumber, data.incomingNumber),
      ...factOf(receipt.note, oneLine(data.note)),
    ]),
    ...ofType(story.events, 'refused').flatMap(({ data }) => [
      { label: receipt.reason, value: reasons[data.reason] },
      ...factOf(receipt.note, oneLine(data.note)),
    ]),
    ...ofType(story.events, 'wrong-person').flatMap(({ data }) => [
      ...factOf(receipt.name, data.name),
      ...factOf(receipt.department, data.department),
      ...factOf(receipt.note, oneLine(data.note)),
    ]),
    ...ofType(story.events, 'absent').flatMap(({ data }) => factOf(receipt.note, oneLine(data.note))),
  ];
}

function witnessBlocks({ times }: Input, story: CeremonyStory): readonly Block[] {
  const { receipt } = certificateWords(story.language);
  const heading: Block = { kind: 'heading', text: receipt.witnessHeading };
  const { witnessed } = story;
  if (witnessed === null) return [heading, { kind: 'paragraph', text: receipt.witnessNone }];
  return [
    heading,
    { kind: 'paragraph', text: oneLine(witnessed.data.statement) },
    {
      kind: 'facts',
      rows: [
        { label: receipt.witness, value: story.prepared.data.witness.name },
        { label: receipt.when, value: writeMoment(witnessed.at, story.language, times.zone) },
        ...factOf(receipt.note, oneLine(witnessed.data.note)),
      ],
    },
  ];
}

function isSigned({ outcome }: CeremonyStory): boolean {
  return outcome === 'acknowledged' || outcome === 'with-exceptions';
}

/** People type line breaks; the pages set their own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
