import type { ComponentType } from 'react';
import { addBundle } from '../text/texts.ts';
import { comesLater, type Later } from '../ui/comes-later.tsx';

export interface Screen extends Later {
  path: string;
}

/** One row of a route table. The screen reads its parameters itself, with wouter's `useParams`. `next` as in `comesLater`. */
export function screen(path: string, load: () => Promise<ComponentType>, next?: () => Promise<unknown>): Screen {
  return { path, ...comesLater(load, next) };
}

/** Screens of a card bring the names of its fields; they must be there before the first one is drawn. */
export async function withCardTexts(load: Promise<ComponentType>): Promise<ComponentType> {
  const [component] = await Promise.all([load, addBundle('card')]);
  return component;
}

/** Screens of notices bring their own words and those of the card. */
export async function withNoticeTexts(load: Promise<ComponentType>): Promise<ComponentType> {
  const [component] = await Promise.all([load, addBundle('notice'), addBundle('card')]);
  return component;
}

/** The desk brings its own words; they must be there before its first screen is drawn. */
export async function withDeskTexts(load: Promise<ComponentType>): Promise<ComponentType> {
  const [component] = await Promise.all([load, addBundle('desk'), addBundle('notice'), addBundle('card')]);
  return component;
}
