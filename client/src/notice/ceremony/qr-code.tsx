import { encode } from 'uqr';

/** Black on white in the dark as well: cameras read nothing else for sure. */
export function QrCode({ text, alt }: { text: string; alt: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 3 });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full rounded-2 bg-[#fff]"
    >
      <path d={dark} fill="#000" />
    </svg>
  );
}
