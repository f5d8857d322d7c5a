import { expect, it } from 'vitest';
import { reportWords } from '../../../electron/data/reports/report-words.ts';
import { shortWords, valueWords } from '../../../electron/data/reports/value-words.ts';
import { shown, uncertain } from '../../e2e/gallery/made-up-values.ts';

it('says a bound as one, and an interval only where it says something', async () => {
  const words = await reportWords('en');
  const plain = (text: string) => text.replace(/[\u2066-\u2069\u202f]/g, '');
  const say = (value: Parameters<typeof valueWords>[0]) => plain(valueWords(value, 'percent', words));
  expect(say(shown(95, 95, 100))).toBe('at least 95%');
  expect(say(shown(5, 0, 5))).toBe('at most 5%');
  expect(say(uncertain(90, 90, 100))).toBe('at least 90% [u]');
  expect(say(shown(40, 31, 50))).toBe('40% (31% to 50%)');
  expect(say(shown(40, 40, 40))).toBe('40%');
  expect(plain(shortWords(shown(95, 95, 100), 'percent', words))).toBe('≥95%');
  expect(plain(shortWords(shown(40, 31, 50), 'percent', words))).toBe('40%');
  // Zero to zero givers is a count and no bound.
  expect(plain(valueWords(shown(0, 0, 0), 'count', words))).toBe('0');
});
