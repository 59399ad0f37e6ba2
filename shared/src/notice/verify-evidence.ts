import { chainChecks } from './evidence-chain-checks.ts';
import { EVIDENCE_CHECKS, type EvidenceRemark } from './evidence-checks.ts';
import { contentChecks } from './evidence-content-checks.ts';
import { deviceChecks } from './evidence-device-checks.ts';
import { failed, type Findings } from './evidence-findings.ts';
import { timeChecks } from './evidence-time-checks.ts';
import { parseBundle } from './evidence-parse.ts';
import type { EvidenceCheck } from './ceremony.ts';
import type { EvidenceBundle } from './evidence.ts';
import type { EvidenceWorld } from './evidence-world.ts';

export interface Verified {
  /** Every check passed. */
  readonly ok: boolean;
  /** All of EVIDENCE_CHECKS, in order. One that was not reached is not ok. */
  readonly checks: EvidenceCheck[];
  readonly remarks: EvidenceRemark[];
  /** The device had lost our trust: such a bundle goes to quarantine, never to the seal. */
  readonly quarantine: boolean;
  /** null where the text could not be read. */
  readonly bundle: EvidenceBundle | null;
}

/**
 * Checks a bundle as it came, byte for byte. The first failing check decides; the others are looked at as far as that
 * is safe, so that a person sees everything at once. Nothing is rendered for a bundle whose chain, device or notice is
 * wrong. Every refusal is a value; only the world's own surprises throw.
 */
export async function verifyEvidence(text: string, world: EvidenceWorld): Promise<Verified> {
  const parsed = parseBundle(text);
  if (parsed.bundle === null) return report(parsed.findings, [], false, null);
  const { bundle } = parsed;
  const device = await deviceChecks(bundle, world);
  const chain = await chainChecks(bundle, world.crypto);
  const time = timeChecks(bundle, world.receivedAt);
  const sound = Object.values({ ...device.findings, ...chain }).every((found) => found.ok);
  const content = await contentChecks(text, bundle, world, sound);
  const findings = { ...parsed.findings, ...device.findings, ...chain, ...time.findings, ...content.findings };
  return report(findings, [...time.remarks, ...content.remarks], device.quarantine, bundle);
}

function report(
  findings: Findings,
  remarks: readonly EvidenceRemark[],
  quarantine: boolean,
  bundle: EvidenceBundle | null,
): Verified {
  const checks = EVIDENCE_CHECKS.map((check) => {
    const { ok, detail } = findings[check] ?? failed('not reached');
    return { check, ok, detail: detail.slice(0, 500).toWellFormed() };
  });
  return { ok: checks.every(({ ok }) => ok), checks, remarks: [...new Set(remarks)], quarantine, bundle };
}
