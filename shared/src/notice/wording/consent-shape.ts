import type { NoticeData } from '../notice-data.ts';

/** The sentences of one version in one language. */
export interface ConsentWords {
  readonly heading: string;
  readonly paragraphs: (data: NoticeData) => readonly string[];
}
