import type { ChartShape } from '../../../../shared/domain/health/chart.ts';
import { html, type Markup } from '../html/markup.ts';
import type { ReportWords } from '../report-words.ts';
import { curvesPicture } from './curves-picture.ts';
import { gridPicture } from './grid-picture.ts';
import { linesPicture } from './lines-picture.ts';
import { partsPicture } from './parts-picture.ts';
import { barsPicture, dotsPicture } from './rows-picture.ts';

/**
 * The picture of a chart from what is told of it and nothing else; empty where there is nothing to draw. What it shows stands in
 * the table beside it, which its text alternative says.
 */
export function shapePicture(shape: ChartShape, title: string, words: ReportWords): Markup {
  return drawn(shape, words.say('chartOf', { name: title }), words) ?? html``;
}

function drawn(shape: ChartShape, label: string, words: ReportWords): Markup | null {
  switch (shape.kind) {
    case 'series':
      return linesPicture(shape, label, words);
    case 'bars':
      return barsPicture(shape, label, words);
    case 'dots':
      return dotsPicture(shape, label, words);
    case 'curves':
      return curvesPicture(shape, label, words);
    case 'parts':
      return partsPicture(shape, label, words);
    case 'grid':
      return gridPicture(shape, label, words);
    // A few numbers are said, not drawn.
    case 'numbers':
    case 'missing':
      return null;
  }
}
