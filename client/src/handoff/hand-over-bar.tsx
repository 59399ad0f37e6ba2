import type { Card } from '@cession/shared/card/card.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import { useLocation } from 'wouter';
import { useOpenConflicts } from '../card/conflict-rows.tsx';
import { useUnfinishedSections } from '../card/card-drafts.ts';
import { fieldHref, gapHref } from '../card/field-place.ts';
import { useText } from '../text/use-text.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { BlockedButton, Button } from '../ui/button.tsx';
import type { CardReturn } from './use-return.ts';

interface HandOverBarProps {
  card: Card;
  verdict: GateVerdict;
  back: CardReturn | null;
  /** What the button says when nothing stands in the way. */
  ready: string;
  onReady: () => void;
  busy?: boolean;
}

export interface Obstacle {
  readonly reason: string;
  readonly href: string;
}

/** The promise of a card: sent to accounting, or what still stands in the way and where to go for it. */
export function HandOverBar({ card, verdict, back, ready, onReady, busy = false }: HandOverBarProps) {
  const { t } = useText();
  const [, navigate] = useLocation();
  const obstacle = useObstacle(card, verdict, back);
  const action = t(card.status === 'returned' ? 'capture.send.again' : 'capture.send.action');
  return (
    <BottomBar>
      {obstacle === null ? (
        <Button look="primary" wide busy={busy} onPress={onReady}>
          {ready}
        </Button>
      ) : (
        <BlockedButton action={action} reason={obstacle.reason} onPress={() => navigate(obstacle.href)} />
      )}
    </BottomBar>
  );
}

/** The first thing in the way. Points of a return come first: they are what accounting waits for. */
export function useObstacle(card: Card, verdict: GateVerdict, back: CardReturn | null): Obstacle | null {
  const { t } = useText();
  const conflicts = useOpenConflicts(card.id);
  const [unfinished] = useUnfinishedSections(card.id);
  const point = back?.points.find(({ answered }) => !answered)?.point;
  if (conflicts[0] !== undefined) {
    return { reason: t('capture.send.toDecide', { count: conflicts.length }), href: `/conflicts/${conflicts[0].id}` };
  }
  if (back !== null && point !== undefined) {
    return { reason: t('capture.send.pointsLeft', { count: back.open }), href: fieldHref(card.id, point.path) };
  }
  const gap = verdict.missing[0];
  if (gap !== undefined) {
    return { reason: t('capture.send.missing', { count: verdict.missing.length }), href: gapHref(card.id, gap) };
  }
  if (unfinished !== undefined) {
    return { reason: t('capture.send.unfinished'), href: `/cards/${card.id}/${unfinished}` };
  }
  return null;
}
