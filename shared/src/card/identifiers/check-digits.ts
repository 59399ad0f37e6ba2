/** Sum of digit times weight; weights repeat when the number is longer. The caller has made sure it is all digits. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) sum += Number(digits[i]) * (weights[i % weights.length] ?? 0);
  return sum;
}

/** ISO 7064 MOD 97-10 remainder of digits and capital letters (A = 10 … Z = 35). A correct number leaves 1. */
export function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const code = Number.parseInt(character, 36);
    remainder = (remainder * (code > 9 ? 100 : 10) + code) % 97;
  }
  return remainder;
}
