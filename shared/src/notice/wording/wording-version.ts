/** Version of every sentence in this folder. A change of any sentence raises it: papers are made again to compare them. */
export const WORDING = '2026.1';
