export function now(): number {
  return Date.now();
}

export function mono(): number {
  return performance.now();
}

export function rand(): number {
  return Math.random();
}
