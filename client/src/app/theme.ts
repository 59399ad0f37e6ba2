import { readPreference, savePreference } from '../device/preference.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** `public/before-app.js` reads the same preference before the first paint. */
export function chosenTheme(): Theme {
  const stored = readPreference('theme');
  return themes.find((theme) => theme === stored) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  savePreference('theme', theme);
  showTheme(theme);
}

const browserBars = { light: '#fafaf7', dark: '#0b1014' } as const;

/** Also colours the browser's own bars, which follow the device and not the page. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const deviceTheme = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = browserBars[theme === 'system' ? deviceTheme : theme];
  }
}
