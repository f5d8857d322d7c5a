import type { PublishedValue } from '../published.ts';
import type { BarsShape, ChartRow, Sentence } from './chart.ts';

/** How a percentage is said: as a number, as a bound, or not at all because it is hidden or of too few people. */
type Said = 'about' | 'atLeast' | 'atMost' | 'unsaid';

/**
 * Coverage of an identity question in words, from what is shown of it and from nothing else: how many percent of members were
 * asked, and how many percent of those asked answered or preferred not to say. Where nobody noted how many were asked it says
 * that instead: of those who have a line in a survey nearly all have answered. Keys of the topic `outreach`.
 */
export function coverageSentences({ facets }: BarsShape): Sentence[] {
  const rows = facets.flatMap((facet) => facet.rows);
  const row = (id: string) => rows.find((one) => one.id === id);
  const answered = row('all');
  if (!answered) return [];
  if (isOfLines(answered)) return [{ key: 'outreach:coverage.askedNotNoted', params: {} }];
  return [
    sentence('asked', row('notAsked'), 'rest'),
    sentence('answered', answered, 'share'),
    sentence('preferNotToSay', row('preferNotToSay'), 'share'),
  ].flatMap((one) => one ?? []);
}

/** A row of those with a line in a survey, because how many were asked is not known. */
function isOfLines({ label }: ChartRow): boolean {
  return 'key' in label && label.key.endsWith('OfLines');
}

/** `rest`: the row tells of those who were not. */
function sentence(name: string, row: ChartRow | undefined, side: 'share' | 'rest'): Sentence | null {
  if (!row) return null;
  const said = saidOf(row.value);
  const key = `outreach:coverage.${name}.${side === 'rest' ? turned[said] : said}`;
  if (!('value' in row.value)) return { key, params: {} };
  return { key, params: { share: (side === 'rest' ? 100 - row.value.value : row.value.value) / 100 } };
}

const turned: Readonly<Record<Said, Said>> = {
  about: 'about',
  atLeast: 'atMost',
  atMost: 'atLeast',
  unsaid: 'unsaid',
};

function saidOf(value: PublishedValue): Said {
  if (!('value' in value)) return 'unsaid';
  if (value.lower === 0 && value.upper === value.value) return 'atMost';
  return value.upper === 100 && value.lower === value.value ? 'atLeast' : 'about';
}
