import { type QueueFilter, queueFilter, queueSorts, queueViews } from '../../shared/ipc/topics/queue.ts';
import type { OpenBench } from './bench-run.ts';
import { atMost, type Measurement, oneFrame, type Part, timeRuns, worstWithin } from './measure.ts';

const runs = 40;
/** What the window asks for at a time. */
const linesPerPage = 100;

type Sort = (typeof queueSorts)[number];

interface Question {
  readonly filter: QueueFilter;
  readonly sort: Sort;
  readonly offset?: number;
}

const filtered: readonly Question[] = [
  { filter: { view: 'open', categories: ['crisis'] }, sort: 'priority' },
  { filter: { view: 'all', categories: ['spam', 'hate'], languages: ['ar'] }, sort: 'priority' },
  { filter: { view: 'all', languages: ['tr'] }, sort: 'reports' },
  { filter: { view: 'open', communityIds: [5] }, sort: 'newest' },
  { filter: { view: 'open', states: ['escalated'], communityIds: [1, 2] }, sort: 'oldest' },
  { filter: { view: 'open', claimedBy: 'others' }, sort: 'priority' },
  { filter: { view: 'open', claimedBy: 'nobody', olderThanHours: 24 * 30 }, sort: 'priority' },
  { filter: { view: 'all', olderThanHours: 24 * 365, categories: ['outing'] }, sort: 'oldest' },
  { filter: { view: 'all', search: 'quillberry' }, sort: 'priority' },
  { filter: { view: 'open', search: 'community' }, sort: 'priority' },
];

function nameOf({ filter, sort, offset }: Question): string {
  const { view, ...rest } = filter;
  const parts = Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`);
  return [`${view} by ${sort}`, ...parts, ...(offset ? [`from ${offset}`] : [])].join(', ');
}

async function ask(bench: OpenBench, questions: readonly Question[], limit = linesPerPage): Promise<Part[]> {
  const parts: Part[] = [];
  for (const question of questions) {
    const { sort, offset = 0 } = question;
    const input = { filter: queueFilter.parse(question.filter), sort, offset, limit };
    const timing = await timeRuns(runs, () => bench.service.call('queue.page', input), bench.touch);
    parts.push({ name: nameOf(question), ...timing });
  }
  return parts;
}

async function askCounts(bench: OpenBench): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { filter } of [{ filter: { view: 'open' } } as const, ...filtered]) {
    const input = { filter: queueFilter.parse(filter) };
    const timing = await timeRuns(runs, () => bench.service.call('queue.counts', input), bench.touch);
    parts.push({ name: nameOf({ filter, sort: 'priority' }), ...timing });
  }
  return parts;
}

async function askNeighbours(bench: OpenBench): Promise<Part[]> {
  const parts: Part[] = [];
  for (const sort of queueSorts) {
    const filter = queueFilter.parse({ view: 'open' });
    const page = await bench.service.call('queue.page', {
      filter,
      sort,
      offset: Math.floor(bench.filled.cases * 0.05),
      limit: 1,
    });
    const caseId = page.rows[0]?.caseId;
    if (caseId === undefined) continue;
    const input = { filter, sort, caseId, direction: 'next' } as const;
    const timing = await timeRuns(runs, () => bench.service.call('queue.neighbour', input), bench.touch);
    parts.push({ name: `open by ${sort}`, ...timing });
  }
  return parts;
}

/** The same page of the same connection settings with nothing around it: fifty whole rows along an index. */
async function barePage(bench: OpenBench): Promise<Measurement> {
  const sql = 'SELECT * FROM cases WHERE is_open = 1 ORDER BY priority DESC, id DESC LIMIT 50';
  const statement = bench.bare.prepare(sql);
  const bare = await timeRuns(runs, () => statement.all(), bench.touch);
  const [full] = await ask(bench, [{ filter: { view: 'open' }, sort: 'priority' }], 50);
  if (!full) throw new Error('nothing was asked');
  const baseline = { against: 'bare indexed page of 50 rows', baseline: bare.median };
  return atMost({ name: 'queue page of 50, median', value: full.median, parts: [full] }, baseline, null);
}

/** Pages, counts and steps of the queue through the data service. A commit goes before each, so nothing is remembered. */
export async function benchQueue(bench: OpenBench): Promise<readonly Measurement[]> {
  const views = queueViews.flatMap((view) => queueSorts.map((sort) => ({ filter: { view }, sort })));
  const deep = [0.5, 0.95].map((share) => ({
    filter: { view: 'all' } as const,
    sort: 'priority' as const,
    offset: Math.floor(bench.filled.cases * share),
  }));
  return [
    worstWithin('queue, first page of every view', await ask(bench, views), oneFrame),
    worstWithin('queue, first page filtered', await ask(bench, filtered), oneFrame),
    worstWithin('queue, deep page', await ask(bench, deep), oneFrame),
    worstWithin('queue counts', await askCounts(bench), oneFrame),
    worstWithin('queue neighbour', await askNeighbours(bench), oneFrame),
    await barePage(bench),
  ];
}
