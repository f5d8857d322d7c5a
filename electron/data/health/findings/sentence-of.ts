import type {
  ChartRow,
  ChartShape,
  CurvesShape,
  DotsShape,
  PartsShape,
  Sentence,
} from '../../../../shared/domain/health/chart.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import { fraction } from './finding.ts';
import { namesOf, saidRow, settledRow } from './said-row.ts';

/** Keys of a metric's own words: `<topic>:<id>.finding`. */
export interface MetricWords {
  readonly topic: string;
  readonly id: string;
  /** The sentence speaks of the newest settled period, and its words say so. */
  readonly settled?: boolean;
}

const say = (key: string, params: Sentence['params'] = {}): Sentence => ({ key: `charts:common.${key}`, params });

/**
 * One sentence per chart, made from published values alone. Where nothing may be said it says so; it never tells why a
 * value is missing in a way that a hidden one could be told from one that is too small (health.md C.8).
 */
export function sentenceOf(shape: ChartShape, words: MetricWords, periodStart: string | null): Sentence {
  switch (shape.kind) {
    case 'missing':
      return say('noData');
    case 'series':
    case 'bars':
    case 'numbers':
      return rowSentence(shape, words, periodStart);
    case 'dots':
      if (shape.unit === 'points') return gapSentence(shape);
      return shape.unit === 'ratio' ? ratioSentence(shape, words) : rowSentence(shape, words, periodStart);
    case 'curves':
      return curveSentence(shape, words);
    case 'parts':
      return partsSentence(shape, words, periodStart);
    case 'grid':
      return shape.cells.flat().some((cell) => 'value' in cell)
        ? { key: `${words.topic}:${words.id}.finding`, params: {} }
        : say('tooFew');
  }
}

function rowSentence(shape: ChartShape, words: MetricWords, periodStart: string | null): Sentence {
  const row = words.settled ? settledRow(shape, periodStart) : saidRow(shape, periodStart);
  if (!row) return say('noData');
  const { value } = row;
  if (!('value' in value)) return withoutValue(shape, row);
  if (value.mark === 'open') return say('stillOpen');
  const id = (shape.kind === 'numbers' && SAID_AS[words.id]) || words.id;
  return { key: `${words.topic}:${id}.finding`, params: paramsOf(shape, value), labels: namesOf(shape, row) };
}

/** Where nobody and nothing is there, that is what the chart says beside it: nothing is too few then. */
function withoutValue(shape: ChartShape, row: ChartRow): Sentence {
  const { value, n } = row;
  if (value.mark === 'impossible') return say('noData');
  if (value.mark === 'unavailable' && isOfNobody(n)) return say('nothingCounted');
  if (value.mark !== 'band') return say('tooFew');
  const labels = namesOf(shape, row);
  const { lower, upper } = value;
  return { key: `charts:common.${labels.whole ? 'bandWithin' : 'band'}`, params: { lower, upper }, labels };
}

/** Metrics that answer the number of another one where too few people stand behind their own drawing. */
const SAID_AS: Readonly<Record<string, string>> = { Z15_shares: 'Z15', M9_load: 'M9' };

type Told = Extract<PublishedValue, { value: number }>;

function paramsOf(shape: ChartShape, value: Told): Sentence['params'] {
  const unit = 'unit' in shape ? shape.unit : null;
  const lower = value.lower ?? value.value;
  const upper = value.upper ?? value.value;
  if (unit === 'percent') {
    return { share: fraction(value.value), lower: fraction(lower), upper: fraction(upper) };
  }
  if (unit === 'per100') return { rate: value.value, lower, upper };
  // The same number under each name a sentence may use for it.
  return { number: value.value, value: value.value, lower, upper };
}

/** How many groups differ: never which one is best or worst. Those with too few to say are not compared. */
function gapSentence(shape: DotsShape): Sentence {
  const { compared, likely } = gapsIn(shape);
  if (compared === 0) return say('tooFew');
  if (likely.length === 0) return say('uncertain', { compared });
  return say('likelyGap', { likely: likely.length, compared });
}

/** How many groups likely have a higher rate than all others, and how many a lower one. */
function ratioSentence(shape: DotsShape, words: MetricWords): Sentence {
  const { compared, likely } = gapsIn(shape);
  if (compared === 0) return say('tooFew');
  if (likely.length === 0) return say('uncertain', { compared });
  const more = likely.filter(({ value }) => 'value' in value && value.value > 1).length;
  return { key: `${words.topic}:${words.id}.finding`, params: { compared, more, fewer: likely.length - more } };
}

function gapsIn({ rows }: DotsShape): { readonly compared: number; readonly likely: readonly ChartRow[] } {
  return {
    compared: rows.filter(({ note }) => note !== 'few-gap').length,
    likely: rows.filter(({ note }) => note === 'likely-gap' || note === 'flagged-gap'),
  };
}

function curveSentence(shape: CurvesShape, words: MetricWords): Sentence {
  const series = shape.series.find(({ id }) => id === 'all') ?? shape.series[0];
  const mark = series?.marks.find(({ share }) => 'value' in share);
  if (!mark || !('value' in mark.share)) return isOfNobody(series?.followed) ? say('nothingCounted') : say('tooFew');
  const { value, lower, upper } = mark.share;
  const params = {
    share: fraction(value),
    lower: fraction(lower ?? value),
    upper: fraction(upper ?? value),
    at: mark.at,
  };
  return { key: `${words.topic}:${words.id}.finding`, params };
}

function isOfNobody(n: PublishedValue | null | undefined): boolean {
  return n?.mark === 'shown' && n.value === 0;
}

function partsSentence(shape: PartsShape, words: MetricWords, periodStart: string | null): Sentence {
  const row =
    shape.rows.find(({ period }) => period !== null && period.start === periodStart) ??
    shape.rows.find(({ id }) => id === 'all') ??
    shape.rows.at(-1);
  const first = row?.values[0];
  if (!row || !first) return say('noData');
  if (!('value' in first)) return say('tooFew');
  const number = first.value;
  const params = shape.unit === 'percent' ? { share: fraction(number) } : { number };
  return { key: `${words.topic}:${words.id}.finding`, params, labels: { row: row.label } };
}
