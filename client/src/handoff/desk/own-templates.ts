import { ReturnCode } from '@cession/shared/handoff/return-reasons.ts';
import * as z from 'zod/mini';
import { newId } from '../../device/new-id.ts';
import { readPreference, savePreference } from '../../device/preference.ts';

/** A text an accountant wrote once and keeps for the next time. It stays on this device. */
const OwnTemplate = z.object({ id: z.string(), code: ReturnCode, text: z.string() });
export type OwnTemplate = z.infer<typeof OwnTemplate>;

const NAME = 'desk.templates';
const MOST = 60;

export function readOwnTemplates(): readonly OwnTemplate[] {
  try {
    const parsed = z.array(OwnTemplate).safeParse(JSON.parse(readPreference(NAME) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return []; // damaged text: templates are a convenience
  }
}

/** The newest stands first; one text is kept once per reason. */
export function keepOwnTemplate(code: ReturnCode, text: string): readonly OwnTemplate[] {
  const others = readOwnTemplates().filter((each) => each.code !== code || each.text !== text);
  return write([{ id: newId(), code, text }, ...others].slice(0, MOST));
}

export function forgetOwnTemplate(id: string): readonly OwnTemplate[] {
  return write(readOwnTemplates().filter((each) => each.id !== id));
}

function write(templates: readonly OwnTemplate[]): readonly OwnTemplate[] {
  savePreference(NAME, JSON.stringify(templates));
  return templates;
}
