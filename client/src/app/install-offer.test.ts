import { expect, test } from 'vitest';
import { wayFor } from './install-offer.ts';

const device = { standalone: false, hasPrompt: false, userAgent: '', touchPoints: 5 };
const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1';
const iPad = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15';

test('an app opened from the home screen is not offered a second time', () => {
  expect(wayFor({ ...device, standalone: true, hasPrompt: true })).toBe('installed');
});

test('an iPhone and an iPad are shown the share menu, a Mac is not', () => {
  expect(wayFor({ ...device, userAgent: iPhone })).toBe('ios-safari');
  expect(wayFor({ ...device, userAgent: iPad })).toBe('ios-safari');
  expect(wayFor({ ...device, userAgent: iPad, touchPoints: 0 })).toBe('menu');
});

test('Chrome on an iPhone is sent to Safari, Chrome on Android asks by itself', () => {
  expect(wayFor({ ...device, userAgent: `${iPhone} CriOS/140` })).toBe('ios-other');
  expect(wayFor({ ...device, hasPrompt: true, userAgent: 'Mozilla/5.0 (Linux; Android 16) Chrome/153' })).toBe(
    'prompt',
  );
});
