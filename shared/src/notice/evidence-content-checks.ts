import { canonicalJson } from '../kernel/canonical-json.ts';
import { bundleSha256 } from './evidence-chain.ts';
import type { EvidenceRemark } from './evidence-checks.ts';
import { failed, foundFirst, passed, type Findings, type Found } from './evidence-findings.ts';
import { readCeremony } from './evidence-grammar.ts';
import { strokesFault } from './evidence-strokes.ts';
import { summaryOf } from './evidence-summary.ts';
import type { EvidenceBundle, EvidenceOf } from './evidence.ts';
import type { ClaimedSummary, EvidenceWorld } from './evidence-world.ts';
import { verifyBeacon } from './signed-text.ts';
import type { PaperLanguage } from './paper-document.ts';

type Prepared = EvidenceOf<'prepared'>['data'];

/** What the events say, held against what the server knows. `sound`: chain and device are right. */
export async function contentChecks(
  text: string,
  bundle: EvidenceBundle,
  world: EvidenceWorld,
  sound: boolean,
): Promise<{ readonly findings: Findings; readonly remarks: readonly EvidenceRemark[] }> {
  const events = bundle.events.map(({ body }) => body);
  const { state, fault } = readCeremony(events);
  const grammar = fault === null ? passed(state.outcome ?? '') : failed(`event ${fault.seq}: ${fault.why}`);
  const strokes = foundFirst(events.map((event) => (event.type === 'signed' ? markFault(event) : null)));
  const summary = await summaryFound(text, bundle, world);
  const first = events[0];
  const plain: Findings = { grammar, strokes, 'summary.match': summary };
  if (first?.type !== 'prepared') return { findings: plain, remarks: [] };

  const prepared = first.data;
  const notice = noticeFound(bundle, prepared, world);
  const data = dataFound(prepared, world);
  const sequence = await sequenceFound(bundle, prepared, world);
  const findings: Findings = {
    ...plain,
    'notice.match': notice,
    // The paper is still compared when the files say otherwise: a person sees both at once.
    'data.match': data.ok && typeof world.notice?.notOnFile === 'string' ? failed(world.notice.notOnFile) : data,
    ...(sound && notice.ok && data.ok && { 'paper.match': await paperFound(bundle, prepared, world) }),
    'consent.known': await consentFound(bundle, world),
    'beacon.signature': await beaconFound(prepared, world),
    'device.sequence': sequence.found,
  };
  const notShown = Object.keys(state.shown).length === 0 && state.outcome !== 'absent';
  return {
    findings,
    remarks: [...(sequence.gap ? ['sequence-gap' as const] : []), ...(notShown ? ['not-shown' as const] : [])],
  };
}

function noticeFound(bundle: EvidenceBundle, prepared: Prepared, { notice, sender, claimed }: EvidenceWorld): Found {
  const asked = claimed.noticeId;
  return foundFirst([
    notice === null ? 'there is no such notice' : null,
    bundle.ceremonyId === claimed.ceremonyId ? null : `the bundle is of ceremony ${bundle.ceremonyId}`,
    bundle.noticeId === asked && prepared.noticeId === asked ? null : `the bundle is of notice ${prepared.noticeId}`,
    notice === null || notice.id === asked ? null : 'another notice was looked up',
    prepared.companyId === sender.companyId ? null : 'prepared in another company',
    notice === null || notice.companyId === sender.companyId ? null : 'a notice of another company',
    prepared.witness.userId === sender.userId ? null : 'the witness is not who sent it',
  ]);
}

function dataFound({ dataSha256 }: Prepared, { notice }: EvidenceWorld): Found {
  if (notice === null) return failed('there is no such notice');
  return notice.dataSha256 === dataSha256 ? passed(dataSha256) : failed(`other data were shown: ${dataSha256}`);
}

async function paperFound(bundle: EvidenceBundle, prepared: Prepared, world: EvidenceWorld): Promise<Found> {
  const papers = new Map<string, { language: PaperLanguage; pdfSha256: string }>();
  const note = ({ language, pdfSha256 }: { language: PaperLanguage; pdfSha256: string }) =>
    papers.set(`${language} ${pdfSha256}`, { language, pdfSha256 });
  note(prepared);
  for (const { body } of bundle.events) if (body.type === 'shown') note(body.data);
  const { renderer, wording } = prepared;
  for (const { language, pdfSha256 } of papers.values()) {
    const again = await world.renderedSha256({ language, renderer, wording });
    if (again === null) return failed(`renderer ${renderer} with wording ${wording} is not here to compare`);
    if (again !== pdfSha256) return failed(`the ${language} paper on the glass, ${pdfSha256}, is not ours, ${again}`);
  }
  return passed([...new Set([...papers.values()].map(({ language }) => language))].join(', '));
}

async function consentFound({ events }: EvidenceBundle, world: EvidenceWorld): Promise<Found> {
  for (const { body } of events) {
    if (body.type !== 'consented') continue;
    const { version, language, sha256 } = body.data.consent;
    const ours = await world.consentSha256({ version, language });
    if (ours === null) return failed(`event ${body.seq}: no consent text ${version} in ${language}`);
    if (ours !== sha256) return failed(`event ${body.seq}: another text than ${version} in ${language}`);
  }
  return passed();
}

async function beaconFound({ beacon }: Prepared, world: EvidenceWorld): Promise<Found> {
  if (beacon === null) return passed('no beacon');
  const key = await world.serverKey(beacon.keyId);
  if (key === null) return failed(`a beacon of a key that is not ours: ${beacon.keyId}`);
  return (await verifyBeacon(beacon, key, world.crypto)) ? passed(beacon.t) : failed('the beacon was not signed by us');
}

async function sequenceFound(bundle: EvidenceBundle, { deviceSeq }: Prepared, world: EvidenceWorld) {
  const { takenBy, highest } = await world.sequence(bundle.deviceKey.id, deviceSeq);
  if (takenBy !== null && takenBy !== bundle.ceremonyId)
    return { found: failed(`number ${deviceSeq} came with ceremony ${takenBy} already`), gap: false };
  return { found: passed(`number ${deviceSeq}`), gap: deviceSeq > (highest ?? -1) + 1 };
}

async function summaryFound(text: string, bundle: EvidenceBundle, { claimed, crypto }: EvidenceWorld): Promise<Found> {
  const said = summaryOf(bundle);
  if (said === null) return failed('the bundle does not say how it ended');
  // Which language was shown last is in the bundle only.
  const { language: _, ...summary } = said;
  const ours: ClaimedSummary = { ...summary, bundleSha256: await bundleSha256(text, crypto) };
  const keys = Object.keys(ours) as (keyof ClaimedSummary)[]; // the keys of the object above
  return foundFirst(
    keys.map((key) =>
      canonicalJson(ours[key]) === canonicalJson(claimed[key]) ? null : `${key} is not what the bundle says`,
    ),
  );
}

function markFault({ seq, data: { mark } }: EvidenceOf<'signed'>): string | null {
  if (mark.method === 'typed') return mark.text.trim() === '' ? `event ${seq}: nothing was typed` : null;
  const fault = strokesFault(mark.strokes, mark.method);
  return fault === null ? null : `event ${seq}: ${fault}`;
}
