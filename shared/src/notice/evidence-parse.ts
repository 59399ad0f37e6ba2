import { utf8Length } from './evidence-bytes.ts';
import { BUNDLE_BYTES, EvidenceBundle } from './evidence.ts';
import { isCanonicalOf, parseCanonical } from './strict-json.ts';
import { failed, passed, type Findings } from './evidence-findings.ts';

/** Size, text and shape. A bundle that fails one of them is not read any further. */
export function parseBundle(text: string): { readonly findings: Findings; readonly bundle: EvidenceBundle | null } {
  const bytes = utf8Length(text);
  if (bytes > BUNDLE_BYTES) return stop({ 'bundle.size': failed(`${bytes} bytes, ${BUNDLE_BYTES} are allowed`) });
  const size: Findings = { 'bundle.size': passed(`${bytes} bytes`) };
  const json = parseCanonical(text);
  if (!json.ok) return stop({ ...size, 'bundle.json': failed(WHY_NOT_JSON[json.error]) });
  const read: Findings = { ...size, 'bundle.json': passed() };
  const shaped = EvidenceBundle.safeParse(json.value);
  if (!shaped.success) {
    const at = shaped.error.issues[0]?.path.map(String).join('.') ?? '';
    return stop({ ...read, 'bundle.schema': failed(`does not fit at ${at}`) });
  }
  // A schema leaves out what it does not know where it is not strict; such a thing shows as another text.
  if (!isCanonicalOf(text, shaped.data)) return stop({ ...read, 'bundle.schema': failed('holds what is not known') });
  const version = `${shaped.data.events.length} events`;
  return { findings: { ...read, 'bundle.schema': passed(version) }, bundle: shaped.data };
}

const WHY_NOT_JSON = {
  'not-json': 'not JSON',
  'too-deep': 'nested too deeply',
  'not-canonical': 'not the canonical text of what it says: edited, or a key stands twice',
} as const;

function stop(findings: Findings) {
  return { findings, bundle: null };
}
