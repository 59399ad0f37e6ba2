import { describe, expect, test } from 'vitest';
import { belongsElsewhere, deskKeyOf, type FocusedElement, type Pressed } from './desk-keys.ts';

const press = (key: string, code: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...held,
});
const element = (tagName: string, inside: readonly string[] = [], isContentEditable = false): FocusedElement => ({
  tagName,
  isContentEditable,
  closest: (selector) => (inside.includes(selector) ? {} : null),
});

describe('a key of the desk', () => {
  test.each([
    ['j', 'KeyJ', 'J'],
    ['A', 'KeyA', 'A'],
    ['о', 'KeyJ', 'J'],
    ['Ф', 'KeyA', 'A'],
    ['?', 'Digit7', '?'],
    ['/', 'Backslash', '/'],
    ['Enter', 'Enter', 'Enter'],
  ] as const)('%s on %s is %s, whatever alphabet the keyboard writes', (key, code, expected) => {
    expect(deskKeyOf(press(key, code))).toBe(expected);
  });

  test('a Latin letter counts as what it types, not where it lies', () => {
    expect(deskKeyOf(press('q', 'KeyA'))).toBeNull();
  });

  test.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)('with %s it belongs to the browser', (held) => {
    expect(deskKeyOf(press('a', 'KeyA', { [held]: true }))).toBeNull();
  });
});

describe('a press is left alone', () => {
  test.each(['INPUT', 'TEXTAREA', 'SELECT'])('while typing in %s', (tag) => {
    expect(belongsElsewhere(element(tag), 'A')).toBe(true);
  });

  test('in a dialog, and in anything editable', () => {
    expect(belongsElsewhere(element('BUTTON', ['dialog']), 'A')).toBe(true);
    expect(belongsElsewhere(element('DIV', [], true), 'A')).toBe(true);
  });

  test('Enter on a link opens the link; a letter there still works', () => {
    expect(belongsElsewhere(element('A'), 'Enter')).toBe(true);
    expect(belongsElsewhere(element('A'), 'J')).toBe(false);
  });
});
