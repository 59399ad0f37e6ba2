import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pageLife } from '../../device/page-life.ts';
import { timer } from '../../device/timer.ts';
import { listenForPokes } from '../../sync/poke-listener.ts';
import { askAgain } from './ask-again.ts';

/** Asks again for everything on screen as soon as the server says that something changed. */
export function LiveAnswers() {
  const queries = useQueryClient();
  useEffect(() => listenForPokes(pageLife, timer, () => void askAgain(queries)), [queries]);
  return null;
}
