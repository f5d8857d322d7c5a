import { isolateText } from '../isolate-text.ts';
import type { ChartLabel, Sentence } from './chart.ts';

/**
 * What goes into a sentence. Names are set apart from the words around them here, and words of the catalogue are not, for they run
 * in the direction of the sentence and may hold names that are set apart already: strings take both as they are (`{{- row}}`).
 */
export function sentenceParams(
  { params, labels = {} }: Sentence,
  say: (label: Sentence) => string,
): Readonly<Record<string, string | number>> {
  const said = (label: ChartLabel) => ('name' in label ? isolateText(label.name) : say(label));
  return { ...params, ...Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, said(label)])) };
}
