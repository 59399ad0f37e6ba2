import type { Instant } from '@cession/shared/kernel/instant.ts';
import { CONSENT_VERSIONS, consentText } from '@cession/shared/notice/wording/consent.ts';
import { sealedPaper, type SealTimes } from '@cession/shared/notice/wording/sealed-paper.ts';
import { summaryOf } from '@cession/shared/notice/evidence-summary.ts';
import type { EvidenceBundle, EvidenceOf } from '@cession/shared/notice/evidence.ts';
import type { PaperAttachment } from '@cession/shared/paper/notice-renderer-1.js';
import { readBundle } from './event-hashes.ts';
import type { CeremonyFile } from './read-ceremony.ts';
import { renderNewest, renderNotice, shortCode } from './render-notice.ts';
import type { SealKey } from './seal/seal-key.ts';
import { sealPdf } from './seal/seal-pdf.ts';

/**
 * The paper with everything that proves it, sealed at B-B: the notice, the receipt or the refusal, the certificate;
 * attached are the bytes that were shown, the evidence as it arrived and the consent. Throws while the seal cannot be
 * used: it is tried again. Throws `Undrawable` where no paper can be made of it at all.
 */
export async function makeSealedPaper(
  key: SealKey,
  file: CeremonyFile,
  sealedAt: Instant,
  verifyAddress?: string | null,
): Promise<Uint8Array> {
  const { data } = file.notice;
  const { ceremony } = file;
  const pdf = await drawPaper(file, verifyAddress).catch((reason: unknown) => {
    throw new Undrawable(reason);
  });
  const wish = { reason: `${data.number} · ${ceremony.outcome}`, location: data.place, now: new Date(sealedAt) };
  const sealed = await sealPdf(pdf, key, wish);
  if (!sealed.ok) throw new Error(sealed.error.words);
  return sealed.value.sealed;
}

/** Drawing takes nothing but the evidence, so trying again would only fail again. */
export class Undrawable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'Undrawable';
  }
}

async function drawPaper(file: CeremonyFile, verifyAddress: string | null | undefined): Promise<Uint8Array> {
  const { ceremony, notice, kept } = file;
  const bundle = readBundle(kept.raw);
  const summary = bundle && summaryOf(bundle);
  const prepared = bundle?.events[0]?.body;
  if (bundle === null || !summary || prepared?.type !== 'prepared') throw new Error('evidence that cannot be read');
  const { data, dataSha256 } = notice;
  const { renderer, wording } = prepared.data;
  const presented = await renderNotice({ data, dataSha256, language: summary.language, renderer, wording });
  const document = sealedPaper({
    ...{ data, bundle, receivedAt: kept.receivedAt, language: summary.language, code: shortCode(dataSha256) },
    times: timesOf(prepared, file),
    checksPassed: ceremony.checks.flatMap(({ check, ok }) => (ok ? check : [])),
    checksFailed: ceremony.checks.flatMap(({ check, ok }) => (ok ? [] : check)),
    remarks: ceremony.remarks,
    pdfSha256: summary.pdfSha256,
    // The certificate is ours: it sends nobody to an address somebody else wrote into the notice.
    verifyAddress: verifyAddress ?? data.verifyAddress,
  });
  return renderNewest(document, [
    ...(presented === null ? [] : [attachment('presented.pdf', 'application/pdf', presented, 'Source')]),
    attachment('evidence.json', 'application/json', kept.raw, 'Data'),
    ...consents(bundle, file).map((text) => attachment('consent.txt', 'text/plain', text, 'Data')),
  ]);
}

function timesOf({ at, data }: EvidenceOf<'prepared'>, { ceremony, kept }: CeremonyFile): SealTimes {
  const offsetMinutes = zoneOffset(data.clock.timeZone, new Date(at));
  return {
    deviceSaid: ceremony.closedAt,
    notBefore: data.beacon?.t ?? null,
    notAfter: kept.receivedAt,
    zone: offsetMinutes === null ? null : { name: data.clock.timeZone, offsetMinutes },
  };
}

/** Minutes ahead of UTC on that day; null for a zone nobody knows. */
function zoneOffset(timeZone: string, at: Date): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Every text consented to, once each. */
function consents(bundle: EvidenceBundle, { notice }: CeremonyFile): string[] {
  const texts = bundle.events.flatMap(({ body }) => {
    if (body.type !== 'consented') return [];
    const { language, version } = body.data.consent;
    // A person may have accepted evidence that names a text we never had: the certificate says so.
    if (!CONSENT_VERSIONS.includes(version)) return [];
    return consentText(notice.data, language, version).text;
  });
  return texts.length === 0 ? [] : [[...new Set(texts)].join('\n\n')];
}

function attachment(
  name: string,
  mediaType: string,
  content: Uint8Array | string,
  relationship: PaperAttachment['relationship'],
): PaperAttachment {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { name, mediaType, bytes, relationship, description: name };
}
