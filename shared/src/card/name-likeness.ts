/**
 * How alike two folded names are, 0 to 1: Jaro's measure (1989), which forgives a slip of the finger and a swapped
 * pair of letters. Numbers in names tell companies apart, so different digits make it 0.
 * Names whose lengths already rule out 0.9 are not compared: it is asked of every card while somebody types.
 */
export function nameLikeness(left: string, right: string): number {
  if (left === right) return 1;
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  // With every letter matched Jaro is at most (2 + shorter / longer) / 3.
  if (shorter.length < longer.length * 0.7) return 0;
  if (digitsOf(left) !== digitsOf(right)) return 0;
  return jaro(shorter, longer);
}

const taken = new Uint8Array(512);
const matchedOf = new Uint16Array(512);

function jaro(shorter: string, longer: string): number {
  const a = shorter.slice(0, 512);
  const b = longer.slice(0, 512);
  const reach = Math.max(0, Math.floor(b.length / 2) - 1);
  // Beyond a third of letters unmatched the measure cannot reach 0.9.
  const mayMiss = Math.ceil(a.length / 3);
  taken.fill(0, 0, b.length);
  let matches = 0;
  for (let i = 0; i < a.length; i += 1) {
    const at = findFree(b, a.charCodeAt(i), Math.max(0, i - reach), Math.min(b.length, i + reach + 1));
    if (at >= 0) {
      taken[at] = 1;
      matchedOf[matches] = a.charCodeAt(i);
      matches += 1;
    } else if (i + 1 - matches > mayMiss) return 0;
  }
  if (matches === 0) return 0;
  const swaps = countSwaps(b) / 2;
  return (matches / a.length + matches / b.length + (matches - swaps) / matches) / 3;
}

function findFree(text: string, code: number, from: number, to: number): number {
  for (let j = from; j < to; j += 1) if (taken[j] === 0 && text.charCodeAt(j) === code) return j;
  return -1;
}

function countSwaps(text: string): number {
  let swaps = 0;
  let next = 0;
  for (let j = 0; j < text.length; j += 1) {
    if (taken[j] === 0) continue;
    if (matchedOf[next] !== text.charCodeAt(j)) swaps += 1;
    next += 1;
  }
  return swaps;
}

function digitsOf(name: string): string {
  return name.replace(/\D+/g, ' ').trim();
}
