/** Where the person was when their sign-in had run out. One place, for one return to the desk. */
let kept: string | null = null;

export function keepPlace(place: string): void {
  kept = place;
}

export function takePlace(): string | null {
  const place = kept;
  kept = null;
  return place;
}
