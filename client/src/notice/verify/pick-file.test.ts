import { expect, test } from 'vitest';
import { compareCode } from './code-field.ts';
import { isLookup } from './ask-register.ts';
import { givenBy, readPicked } from './pick-file.ts';

const file = (...parts: BlobPart[]) => new File(parts, 'notice.pdf');
const pick = (...files: File[]) => readPicked({ files, hasFolder: false });
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

test('one PDF is read, whatever it is called', async () => {
  expect(await pick(file('%PDF-1.7\n'))).toMatchObject({ name: 'notice.pdf' });
  expect(await pick(new File(['\n\n%PDF-1.4\n'], 'scan.jpg'))).toMatchObject({ name: 'scan.jpg' });
});

test.each([
  ['JPEG', 'ffd8ffe000104a464946'],
  ['PNG', '89504e470d0a1a0a'],
  ['GIF', '474946383961'],
  ['WebP', '524946460000000057454250'],
  ['TIFF', '49492a0008000000'],
  ['HEIC', '0000001866747970686569630000'],
])('a picture is called one: %s', async (_, bytes) => expect(await pick(file(hex(bytes)))).toBe('picture'));

test('everything else has words of its own', async () => {
  expect(await pick()).toBe('none');
  expect(await pick(file('%PDF-1.7'), file('%PDF-1.7'))).toBe('several');
  expect(await pick(file())).toBe('empty');
  expect(await pick(file('Dear debtor'))).toBe('not-pdf');
  expect(await pick(file(new Uint8Array(30_000_001)))).toBe('large');
  expect(await readPicked({ files: [file('')], hasFolder: true })).toBe('folder');
  const locked = Object.assign(file('%PDF-1.7'), { arrayBuffer: () => Promise.reject(new DOMException('no')) });
  expect(await pick(locked)).toBe('unreadable');
});

test('a folder that is dropped is known by its entry', () => {
  const item = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) };
  const transfer = { items: [item], files: [file('')] } as unknown as DataTransfer; // all that is read of it
  expect(givenBy(transfer).hasFolder).toBe(true);
  expect(givenBy(null)).toEqual({ files: [], hasFolder: false });
});

test.each([
  ['1f2e3d4c', true, 'same'],
  ['1F2E 3D4C', false, 'same'],
  ['1f2e-3d4d', false, 'other'],
  ['1f2e', false, null],
  ['1f2e', true, 'shape'],
  ['1f2e3d4z', false, 'shape'],
  ['', true, null],
])('the code %j against 1f2e3d4c, field left %j: %j', (typed, isLeft, told) => {
  expect(compareCode(typed, '1f2e3d4c', isLeft)).toBe(told);
});

test('only a whole answer of our register counts as one', () => {
  const whole = {
    ...{ known: true, kind: 'sealed', stage: 'sealed', outcome: 'absent', code: '1f2e3d4c', sealedAt: null },
    ...{ signedOn: '2026-11-24', receivedAt: '2026-11-24T12:00:00.000Z', stampedAt: null },
  };
  expect([isLookup(whole), isLookup({ known: false })]).toEqual([true, true]);
  const broken = [
    null,
    'yes',
    {},
    { known: 1 },
    { ...whole, stage: 'toString' },
    { ...whole, receivedAt: 'soon' },
    { ...whole, code: 1 },
  ];
  expect(broken.filter(isLookup)).toEqual([]);
});
