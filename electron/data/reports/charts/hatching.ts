import { round } from './chart-frame.ts';

/** Kinds of texture, so that nobody has to tell hues apart. */
export type Hatching = 'plain' | 'dots' | 'slant' | 'level' | 'crossed';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const STEP = 6;
const DOT = 2;

/**
 * The lines or dots over a box, as path data to be stroked. Drawn one by one, because printing turns an SVG pattern into
 * a picture for each bar: blurred, and megabytes of it. Empty for a plain box.
 */
export function hatching(kind: Hatching, box: Box): string {
  switch (kind) {
    case 'plain':
      return '';
    case 'level':
      return steps(box.y + STEP / 2, box.y + box.height)
        .map((y) => `M${round(box.x)} ${round(y)}h${round(box.width)}`)
        .join('');
    case 'dots':
      return steps(box.y + STEP / 2, box.y + box.height - DOT / 2)
        .flatMap((y) =>
          steps(box.x + STEP / 2, box.x + box.width - DOT / 2).map((x) => `M${round(x - DOT / 2)} ${round(y)}h${DOT}`),
        )
        .join('');
    case 'slant':
      return rising(box);
    case 'crossed':
      return rising(box) + falling(box);
  }
}

/** Lines from lower left to upper right: x + y is the same all along one. */
function rising({ x, y, width, height }: Box): string {
  return steps(x + y + STEP / 2, x + y + width + height)
    .map((sum) => {
      const from = Math.max(x, sum - y - height);
      const to = Math.min(x + width, sum - y);
      return `M${round(from)} ${round(sum - from)}L${round(to)} ${round(sum - to)}`;
    })
    .join('');
}

/** The same mirrored from left to right. */
function falling({ x, y, width, height }: Box): string {
  return steps(y - x - width + STEP / 2, y + height - x)
    .map((difference) => {
      const from = Math.max(x, y - difference);
      const to = Math.min(x + width, y + height - difference);
      return `M${round(from)} ${round(from + difference)}L${round(to)} ${round(to + difference)}`;
    })
    .join('');
}

function steps(from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += STEP) found.push(at);
  return found;
}
