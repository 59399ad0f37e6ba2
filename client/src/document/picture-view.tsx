import { RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useText } from '../text/use-text.ts';
import { IconButton } from '../ui/icon-button.tsx';

interface PictureViewProps {
  src: string;
  /** Names the picture for those who do not see it. */
  alt: string;
  /** As tall as its place allows. */
  tall?: boolean;
  /** Left and right, where there are several. */
  onStep?: ((by: 1 | -1) => void) | undefined;
}

const STEP = 1.4;
const MOST = 6;

/** A picture to read small print in: closer, farther, turned; with fingers, buttons or keys. */
export function PictureView({ src, alt, tall = false, onStep }: PictureViewProps) {
  const { t } = useText();
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const [failed, setFailed] = useState(false);
  const by = (factor: number) => setZoom((before) => Math.min(MOST, Math.max(1, before * factor)));
  const pinch = usePinch(by);
  const press = (event: KeyboardEvent) => {
    const act = keyAct(event.key, { by, turn: () => setTurns(turns + 1), reset: () => setZoom(1), onStep });
    if (act === null) return;
    event.preventDefault();
    act();
  };
  if (failed) return <p className="text-ink-2">{t('document.notHere')}</p>;
  return (
    <div className="grid gap-2">
      {tall && <Tools by={by} onTurn={() => setTurns(turns + 1)} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a picture is scrolled and pinched like a map */}
      <div
        role="group"
        aria-label={alt}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached with the keys
        tabIndex={0}
        onKeyDown={press}
        {...pinch}
        className={`overflow-auto overscroll-contain rounded-2 border border-line bg-sunk ${zoom > 1 ? 'touch-pan-x touch-pan-y' : 'touch-pan-y'} ${tall ? 'max-h-[min(64dvh,52rem)]' : 'h-[min(56dvh,40rem)]'}`}
      >
        <div className="grid min-h-full place-items-center" style={{ inlineSize: `${zoom * 100}%` }}>
          <img
            src={src}
            alt={alt}
            onError={() => setFailed(true)}
            className={`block max-w-full ${zoom === 1 ? (tall ? 'max-h-[min(63dvh,51rem)]' : 'max-h-[min(56dvh,40rem)]') : ''}`}
            style={{ rotate: `${turns * 90}deg`, inlineSize: zoom === 1 ? undefined : '100%' }}
          />
        </div>
      </div>
      {!tall && <Tools by={by} onTurn={() => setTurns(turns + 1)} />}
    </div>
  );
}

/** Under the thumb on a phone; at the desk above, where they stay in sight. */
function Tools({ by, onTurn }: { by: (factor: number) => void; onTurn: () => void }) {
  const { t } = useText();
  return (
    <div className="flex items-center justify-center gap-6">
      <IconButton label={t('document.zoomOut')} onPress={() => by(1 / STEP)}>
        <ZoomOut aria-hidden size={20} />
      </IconButton>
      <IconButton label={t('document.zoomIn')} onPress={() => by(STEP)}>
        <ZoomIn aria-hidden size={20} />
      </IconButton>
      <IconButton label={t('document.turn')} onPress={onTurn}>
        <RotateCw aria-hidden size={20} />
      </IconButton>
    </div>
  );
}

interface Acts {
  by: (factor: number) => void;
  turn: () => void;
  reset: () => void;
  onStep: ((by: 1 | -1) => void) | undefined;
}

/** Only while the picture has the focus; arrows that scroll it are left to the browser. */
function keyAct(key: string, { by, turn, reset, onStep }: Acts): (() => void) | null {
  if (key === '+' || key === '=') return () => by(STEP);
  if (key === '-') return () => by(1 / STEP);
  if (key === '0') return reset;
  if (key === 't' || key === 'T') return turn;
  if (onStep === undefined) return null;
  if (key === 'PageUp') return () => onStep(-1);
  return key === 'PageDown' ? () => onStep(1) : null;
}

/** Two fingers: the picture grows with the distance between them. */
function usePinch(by: (factor: number) => void) {
  const fingers = useRef(new Map<number, readonly [number, number]>());
  const before = useRef(0);
  const end = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId);
    before.current = 0;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'touch') fingers.current.set(event.pointerId, [event.clientX, event.clientY]);
    },
    onPointerMove: (event: PointerEvent) => {
      if (!fingers.current.has(event.pointerId)) return;
      fingers.current.set(event.pointerId, [event.clientX, event.clientY]);
      const [one, two] = [...fingers.current.values()];
      if (one === undefined || two === undefined) return;
      const apart = Math.hypot(one[0] - two[0], one[1] - two[1]);
      if (before.current > 0 && apart > 0) by(apart / before.current);
      before.current = apart;
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
  };
}
