/** How one of up to four series looks. Colour is never alone: dashes and the shape of its points differ too. */
export interface SeriesLook {
  readonly colour: string;
  readonly dashes: string | undefined;
  readonly point: 'circle' | 'square' | 'triangle' | 'diamond';
}

const looks: readonly SeriesLook[] = [
  { colour: 'var(--chart-1)', dashes: undefined, point: 'circle' },
  { colour: 'var(--chart-2)', dashes: '7 4', point: 'square' },
  { colour: 'var(--chart-3)', dashes: '2 3', point: 'triangle' },
  { colour: 'var(--chart-4)', dashes: '10 3 2 3', point: 'diamond' },
];

/** Most series in one drawing; more become small multiples (health.md E). */
export const mostSeries = 4;

/** The look of series `at` among `count`. Two series take the two hues that lie farthest apart. */
export function lookOf(at: number, count: number): SeriesLook {
  const step = count === 2 ? 3 : 1;
  return looks[(at * step) % looks.length] ?? (looks[0] as SeriesLook);
}
