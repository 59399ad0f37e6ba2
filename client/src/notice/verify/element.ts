export type Child = Node | string | null | false;

interface Wish {
  readonly class?: string;
  readonly id?: string;
  /** Attributes as they stand in the markup. */
  readonly at?: Readonly<Record<string, string>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** One element of the public page, which is drawn without a library so that it is there at once on any line. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: names, id, at = {}, on = {} }: Wish,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (names !== undefined) element.className = names;
  if (id !== undefined) element.id = id;
  for (const [name, value] of Object.entries(at)) element.setAttribute(name, value);
  for (const [name, heard] of Object.entries(on)) element.addEventListener(name, heard);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** Shapes differ, so that the tone is read without colour: a tick in a circle, a triangle, a cross in an octagon. */
const PATHS = {
  proven: ['M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19Z', 'm7.8 12.4 2.9 2.9 5.6-6'],
  wait: ['M12 3.2 1.9 20.5h20.2L12 3.2Z', 'M12 9.5v5', 'M12 17.4v.2'],
  wrong: ['M8.1 2.5h7.8l5.6 5.6v7.8l-5.6 5.6H8.1l-5.6-5.6V8.1l5.6-5.6Z', 'm8.8 8.8 6.4 6.4', 'm15.2 8.8-6.4 6.4'],
  accent: ['M12 3a9 9 0 1 0 9 9'],
  file: ['M6 2.5h8l5 5v14H6v-19Z', 'M14 2.5v5h5', 'M9 13h7', 'M9 17h7'],
  lock: ['M5.5 10.5h13v10h-13v-10Z', 'M8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5'],
  tick: ['m4.5 12.5 5 5 10-11'],
  cross: ['m6 6 12 12', 'M18 6 6 18'],
  open: ['M7 12h10'],
  more: ['m6 9 6 6 6-6'],
} as const;
export type IconName = keyof typeof PATHS;

const SVG = 'http://www.w3.org/2000/svg';

/** Always beside words, so never spoken. */
export function icon(name: IconName, names: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const look = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true', class: names };
  const line = { 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  for (const [key, value] of Object.entries({ ...look, ...line })) svg.setAttribute(key, value);
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
