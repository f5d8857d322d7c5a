import type { ChartLabel, Sentence } from './chart.ts';

/** What goes into a sentence, names as `label` says them: plain, for whoever translates sets every value apart. */
export function sentenceParams(
  { params, labels = {} }: Sentence,
  label: (label: ChartLabel) => string,
): Readonly<Record<string, string | number>> {
  const names = Object.entries(labels).map(([name, one]) => [name, label(one)]);
  return { ...params, ...Object.fromEntries(names) };
}
