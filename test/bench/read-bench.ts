import type { SearchKind } from '../../electron/data/store/search/index-text.ts';
import { queueFilter } from '../../shared/ipc/topics/queue.ts';
import type { OpenBench } from './bench-run.ts';
import { rareWord } from './fill-words.ts';
import { atMost, fiftyMilliseconds, type Measurement, type Part, timeRuns, worstWithin } from './measure.ts';

const runs = 40;

interface Search {
  readonly name: string;
  readonly query: string;
  readonly kinds?: readonly SearchKind[];
  readonly communityIds?: readonly number[];
}

const searches: readonly Search[] = [
  { name: 'rare word', query: `${rareWord} ` },
  { name: 'common word', query: 'please ' },
  { name: 'beginning of a word', query: 'com' },
  { name: 'phrase', query: '"please look"' },
  { name: 'two common words', query: 'people community ' },
  { name: 'Arabic, as nobody writes the marks', query: 'المجتمع' },
  { name: 'Japanese without spaces', query: '会話' },
  { name: 'one Japanese character', query: '会' },
  { name: 'common word, one community, notes only', query: 'please ', kinds: ['note'], communityIds: [5] },
  { name: 'common word, reports of two communities', query: 'today ', kinds: ['report'], communityIds: [3, 4] },
  { name: 'nothing found', query: 'zzyzzx' },
];

/** Full-text search through the data service. A commit goes before each. */
export async function benchSearch(bench: OpenBench): Promise<readonly Measurement[]> {
  const parts: Part[] = [];
  for (const { name, query, kinds = [], communityIds = [] } of searches) {
    const input = { query, kinds: [...kinds], communityIds: [...communityIds], limit: 50 };
    const { hits } = await bench.service.call('search.find', input);
    if (hits.length === 0 && name !== 'nothing found') throw new Error(`the search for "${name}" found nothing`);
    parts.push({ name, ...(await timeRuns(runs, () => bench.service.call('search.find', input), bench.touch)) });
  }
  return [worstWithin('full-text search', parts, fiftyMilliseconds)];
}

/** Everything that a case shows, for cases down the queue. The window paints it within the same fifty milliseconds. */
export async function benchCase(bench: OpenBench): Promise<readonly Measurement[]> {
  const parts: Part[] = [];
  for (const view of ['open', 'decided'] as const) {
    const input = { filter: queueFilter.parse({ view }), sort: 'priority', offset: 0, limit: 400 } as const;
    const { rows } = await bench.service.call('queue.page', input);
    const timing = await timeRuns(
      200,
      (run) => bench.service.call('case.get', { caseId: rows[run % rows.length]?.caseId ?? 1 }),
      bench.touch,
    );
    parts.push({ name: `${view} cases`, ...timing });
  }
  return [worstWithin('case.get', parts, fiftyMilliseconds)];
}

/** The health screen over a year of activities, against reading every activity once. */
export async function benchHealth(bench: OpenBench): Promise<readonly Measurement[]> {
  const community = bench.bare.prepare("SELECT id FROM communities WHERE platform = 'import'").get() as { id: number };
  const input = { communityId: community.id, spaceId: null, unit: 'week', level: 2, gapDays: 90 } as const;
  const view = await timeRuns(8, () => bench.service.call('health.view', input), bench.touch);
  const scan = bench.bare.prepare('SELECT member_id, day, level FROM activities WHERE community_id = ?');
  const bare = await timeRuns(8, () => scan.all(community.id), bench.touch);
  const name = `health.view over ${bench.sizes.activities} activities, p95`;
  const baseline = { against: 'bare read of the same activities', baseline: bare.p95 };
  return [atMost({ name, value: view.p95, parts: [{ name: 'health.view', ...view }] }, baseline, null)];
}
