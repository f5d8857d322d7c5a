import type { Sentence } from '../../../shared/domain/health/chart.ts';
import type { ReportWords } from './report-words.ts';

/**
 * A finding as a sentence. Where its percentage is only a bound, that is said: "about 10 %, between 0 and 10" would sound like
 * a number that is known.
 */
export function findingWords(finding: Sentence, words: ReportWords): string {
  const bound = boundOf(finding, words);
  return bound === null ? words.finding(finding) : `${words.finding(finding)} ${bound}`;
}

/** The interval of a finding, where its sentence does not say it; empty where it does. */
export function intervalWords(finding: Sentence, words: ReportWords): string {
  const { lower, upper, share } = finding.params;
  if (typeof lower !== 'number' || typeof upper !== 'number') return '';
  const [from = '', to = ''] = [lower, upper].map((end) =>
    share === undefined ? words.number(end) : words.percent(end * 100),
  );
  const said = words.finding(finding);
  return said.includes(from) && said.includes(to) ? '' : words.say('intervalOf', { lower: from, upper: to });
}

function boundOf({ params: { share, lower, upper } }: Sentence, words: ReportWords): string | null {
  if (typeof share !== 'number') return null;
  const value = words.percent(share * 100);
  if (lower === 0 && upper === share) return words.say('isBound', { bound: words.say('atMost', { value }) });
  return upper === 1 && lower === share ? words.say('isBound', { bound: words.say('atLeast', { value }) }) : null;
}
