import { lazy, type ComponentType } from 'react';
import { addBundle } from '../text/texts.ts';

export interface Screen {
  path: string;
  Component: ComponentType;
  /** Starts fetching the code before it is drawn. */
  load: () => Promise<unknown>;
}

/** One row of a route table. The screen reads its parameters itself, with wouter's `useParams`. */
export function screen(path: string, load: () => Promise<ComponentType>): Screen {
  return { path, load, Component: lazy(async () => ({ default: await load() })) };
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
