import { useSyncExternalStore } from 'react';
import { currentText, subscribeText, type Text } from './texts.ts';

/** Words and formats in the language on screen; the component draws again when the language changes. */
export function useText(): Text {
  return useSyncExternalStore(subscribeText, currentText);
}
