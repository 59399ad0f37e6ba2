import { lazy, Suspense } from 'react';
import { addBundle } from '../text/texts.ts';

/** The names of a card's fields come with the card screens' words, after the first screen is drawn. */
const PointNames = lazy(async () => {
  const [file] = await Promise.all([import('./point-names.tsx'), addBundle('card')]);
  return { default: file.PointNames };
});

export function FieldNames({ paths }: { paths: readonly string[] }) {
  return (
    <Suspense fallback={null}>
      <PointNames paths={paths} />
    </Suspense>
  );
}
