import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RemoteAccount, RemoteReport } from '../../../electron/data/platforms/platform.ts';
import { startRun } from '../../../electron/data/store/sync-state/commands.ts';
import { inTransaction } from '../../../electron/data/store/transaction.ts';
import { createLane } from '../../../electron/data/sync/lane.ts';
import type { PullRun } from '../../../electron/data/sync/pull/pull-run.ts';
import { takePage } from '../../../electron/data/sync/pull/take-page.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { testNow } from '../../builders/insert-row.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const minute = 60_000;

function account(name: string, revision: number): RemoteAccount {
  return {
    remoteId: `a-${name}`,
    handle: revision === 3 ? `${name}-renamed` : name,
    displayName: name.toUpperCase(),
    server: name === 'cy' ? 'elsewhere.example' : null,
    isBot: false,
    isStaff: false,
    state: revision === 2 ? 'silenced' : 'active',
    joinedAt: testNow - 1_000 * minute,
    url: null,
    counts: { posts: revision },
    profileText: '',
  };
}

/** One reading of one of a few reports. Two readings of the same revision are the same in every part. */
const reading = fc
  .record({
    id: fc.nat({ max: 11 }),
    revision: fc.nat({ max: 3 }),
    isOpen: fc.boolean(),
    assignedTo: fc.constantFrom(null, null, 'colleague'),
    unfitness: fc.nat({ max: 9 }),
  })
  .map(({ id, revision, isOpen, assignedTo, unfitness }): RemoteReport => {
    const author = account(['ada', 'bo', 'cy'][id % 3] ?? 'ada', revision);
    const version = [revision, isOpen, assignedTo].join();
    return {
      remoteId: String(100 + id),
      state: isOpen ? 'open' : 'resolved',
      version,
      category: id % 4 === 0 ? 'spam' : 'other',
      ruleIds: id % 2 === 0 ? ['1'] : [],
      comment: `comment ${id}`,
      forwarded: false,
      createdAt: testNow - (100 - id) * minute,
      updatedAt: null,
      reporter: id % 5 === 0 ? null : account(['dee', 'ed'][id % 2] ?? 'dee', revision),
      target: author,
      assignedTo,
      resolvedBy: isOpen ? null : 'colleague',
      resolvedAt: null,
      notes: [],
      posts: Array.from({ length: id % 3 }, (_, at) => ({
        remoteId: `p${id}-${at}`,
        author,
        text: revision === 1 ? '' : `words of ${id} in ${revision % 2}`,
        spoiler: '',
        language: id % 2 === 0 ? 'en' : 'tr',
        visibility: 'public',
        publishedAt: testNow - 200 * minute,
        editedAt: revision > 0 ? testNow : null,
        url: null,
        inReplyTo: null,
        media: [],
      })),
      // Now and then one that nothing can store, met only when it is written.
      payloadHash: unfitness === 0 ? ({} as unknown as string) : `hash ${version}`,
    };
  });

const step = fc.oneof(
  { weight: 5, arbitrary: fc.array(reading, { minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant('decide' as const) },
);

function runOf(desk: SyncDesk): PullRun {
  return {
    tools: desk.tools,
    communityId: desk.communityId,
    runId: startRun(desk.context.write, desk.communityId, desk.clock.at),
    connector: desk.connector,
    lane: createLane(),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
}

const tables = [
  'members',
  'cases',
  'claims',
  'reports',
  'subjects',
  'report_subjects',
  'snapshots',
  'threads',
  'audit_events',
  'search_entries',
  'unread_items',
  'sync_cursors',
  'sync_runs',
];

/** Everything that taking pages writes. How often a case moved on within one page is nobody's business. */
function everything({ context }: SyncDesk): Readonly<Record<string, unknown>> {
  const { write } = context;
  write.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words USING fts5vocab('main', 'search_index', 'instance')`);
  const rows = (sql: string) =>
    (write.prepare(sql).all() as Record<string, unknown>[]).map(({ version, ...others }) => others);
  return {
    ...Object.fromEntries(tables.map((table) => [table, rows(`SELECT * FROM ${table}`)])),
    // Rows of a kind that has no case any more tell which kinds a case went through.
    counts: rows('SELECT * FROM case_counts WHERE cases > 0'),
    words: rows('SELECT * FROM temp.words ORDER BY doc, col, "offset"'),
  };
}

// Inside somebody else's transaction each report is taken by itself, with a savepoint, summed up and indexed at once.
it('leaves the same whether a page is taken as a whole or report by report', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
      const connector = new FakePlatform().connector();
      const [whole, single] = [new SyncDesk({ connector }), new SyncDesk({ connector })];
      const runs = [whole, single].map(runOf);
      for (const one of steps) {
        for (const [at, desk] of [whole, single].entries()) {
          desk.advance(4 * minute);
          if (one === 'decide') {
            const [open] = desk.openCases().filter((row) => row.claimed_by === null);
            if (open) desk.decide(open);
            continue;
          }
          const take = () =>
            takePage(
              runs[at] as PullRun,
              { items: one, rejected: [], place: { list: 'reports', cursor: null, generation: 1 } },
              () => undefined,
            );
          if (desk === whole) take();
          else inTransaction(desk.context.write, take);
        }
      }
      expect(everything(whole)).toEqual(everything(single));
    }),
    { numRuns: 25 },
  );
});
