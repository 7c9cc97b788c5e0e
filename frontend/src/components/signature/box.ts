const POINT = /[ML](-?\d+(?:\.\d+)?)[ ,](-?\d+(?:\.\d+)?)/g;
const EDGE = 4;

/** A view box around all strokes: the screen they were drawn on is not known. Nothing where nothing was drawn. */
export function boxOf(path: string): string | undefined {
  const points = [...path.matchAll(POINT)].map(([, x, y]) => [Number(x), Number(y)] as const);
  if (points.length === 0) return undefined;
  const across = points.map(([x]) => x);
  const down = points.map(([, y]) => y);
  const [left, top] = [Math.min(...across), Math.min(...down)];
  const room = [Math.max(...across) - left, Math.max(...down) - top].map((size) => size + 2 * EDGE);
  return [left - EDGE, top - EDGE, ...room].join(' ');
}
