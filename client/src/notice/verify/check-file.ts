import { sha256 } from '../../device/sha256.ts';
import { askRegister, trustedRoots } from './ask-register.ts';
import type { NotRead } from './pick-file.ts';
import type { CheckedFile } from './show-file.ts';
import { weighFile } from './verdict.ts';

const loadChecker = () => import('./judge-file.ts');

/** Whoever loses the network from here on can still check a file. */
export function getReadyToCheck(): void {
  void trustedRoots();
  void loadChecker().catch(() => undefined);
}

/** Everything is looked at here; the register is asked for the fingerprint alone. */
export async function checkFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<CheckedFile | NotRead> {
  const [checker, hash, roots] = await Promise.all([loadChecker().catch(() => null), sha256(bytes), trustedRoots()]);
  if (checker === null) return 'checker';
  const findings = await checker.judgeFile(bytes, roots);
  if (findings.locked) return 'locked';
  const register = await askRegister(hash);
  return { name, bytes, sha256: hash, findings, register, verdict: weighFile(findings, register, location.host) };
}
