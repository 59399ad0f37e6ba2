import { setupI18n, type Messages } from '@lingui/core';
import type { AppBundle, EnglishTexts, TextId } from './areas.ts';
import { formatsFor, type Formats } from './format.ts';
import { readPreference, savePreference } from '../device/preference.ts';
import { chooseLocale, formatLocales, locales, type Locale } from './locale.ts';

export type TextValues = Readonly<Record<string, string | number>>;

/** A text with a placeholder asks for its values; a plain text takes none. */
type ValuesOf<Message> = Message extends `${string}{${string}` ? [values: TextValues] : [];
export type Translate = <Id extends TextId>(id: Id, ...values: ValuesOf<EnglishTexts[Id]>) => string;

export interface Text extends Formats {
  locale: Locale;
  t: Translate;
}

type Catalog = () => Promise<{ messages: Messages }>;
const catalogs: Record<AppBundle, Record<Locale, Catalog>> = {
  rep: {
    en: () => import('virtual:texts/rep/en'),
    hu: () => import('virtual:texts/rep/hu'),
    ru: () => import('virtual:texts/rep/ru'),
  },
  rules: {
    en: () => import('virtual:texts/rules/en'),
    hu: () => import('virtual:texts/rules/hu'),
    ru: () => import('virtual:texts/rules/ru'),
  },
  notice: {
    en: () => import('virtual:texts/notice/en'),
    hu: () => import('virtual:texts/notice/hu'),
    ru: () => import('virtual:texts/notice/ru'),
  },
  card: {
    en: () => import('virtual:texts/card/en'),
    hu: () => import('virtual:texts/card/hu'),
    ru: () => import('virtual:texts/card/ru'),
  },
  desk: {
    en: () => import('virtual:texts/desk/en'),
    hu: () => import('virtual:texts/desk/hu'),
    ru: () => import('virtual:texts/desk/ru'),
  },
};

/** The words of refusals and of the outbox travel beside the first screen; until they are here, three dots stand for them. */
const i18n = setupI18n({ missing: (_locale, id) => (/^(refusal|outbox)\./.test(id) ? '…' : id) });
const bundlesInUse = new Set<AppBundle>(['rep']);
const listeners = new Set<() => void>();
let text: Text = textIn('en');
/** The newest wish: a slower, older one must not undo it. */
let wanted: Locale = 'en';

export function currentText(): Text {
  return text;
}

export function subscribeText(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** At start: the chosen language, or whichever catalog this device can still open. */
export async function startTexts(): Promise<void> {
  const chosen = chooseLocale(readPreference('locale'), navigator.languages);
  for (const locale of [chosen, ...locales.filter((other) => other !== chosen)]) {
    try {
      await showLocale(locale);
      return;
    } catch (cause) {
      if (locale === locales.at(-1)) throw cause;
    }
  }
}

/** Switches language at once and remembers it. Rejects, and changes nothing, if its catalog cannot be fetched. */
export async function chooseLanguage(locale: Locale): Promise<void> {
  await showLocale(locale);
  savePreference('locale', locale);
}

/** Adds the words of a part of the app before that part is shown. */
export async function addBundle(bundle: AppBundle): Promise<void> {
  bundlesInUse.add(bundle);
  await showLocale(wanted);
}

async function showLocale(locale: Locale): Promise<void> {
  const before = wanted;
  wanted = locale;
  const loaded = await fetchCatalogs(locale).catch((cause: unknown) => {
    if (wanted === locale) wanted = before;
    throw cause;
  });
  if (wanted !== locale) return;
  for (const { messages } of loaded) i18n.load(locale, messages);
  i18n.activate(locale, formatLocales[locale]);
  text = textIn(locale);
  document.documentElement.lang = locale;
  for (const listener of listeners) listener();
}

function fetchCatalogs(locale: Locale): Promise<{ messages: Messages }[]> {
  return Promise.all([...bundlesInUse].map((bundle) => catalogs[bundle][locale]()));
}

function textIn(locale: Locale): Text {
  return { locale, t: (id, ...[values]) => i18n._(id, values), ...formatsFor(locale) };
}
