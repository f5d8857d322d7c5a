import { randomUUID } from 'node:crypto';
import type { PlatformConnector, RemoteAccount, RemoteReport } from '../../electron/data/platforms/platform.ts';
import type { Store } from '../../electron/data/store/open.ts';
import { saveCursor, startRun } from '../../electron/data/store/sync-state/commands.ts';
import { createLane } from '../../electron/data/sync/lane.ts';
import type { PullRun } from '../../electron/data/sync/pull/pull-run.ts';
import { takePage } from '../../electron/data/sync/pull/take-page.ts';
import { productTools } from '../../electron/data/sync/tools.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import type { ReportCategory } from '../../shared/domain/report.ts';
import { aDataContext } from '../builders/data-context.ts';
import { emptyStore, removeStore } from './empty-store.ts';
import { createTextMaker, type TextMaker } from './fill-words.ts';
import { insertRow } from './insert-row.ts';
import { atLeast, type Measurement, medianOf, timeOnce } from './measure.ts';
import { type Batch, type Marks, readBatches, readMarks, writeBatch } from './same-rows.ts';
import { seededRandom } from './seeded-random.ts';

/** What Mastodon gives at most in one answer. */
const reportsPerPage = 100;
const firstAt = 1_700_000_000_000;

function account(random: () => number, people: number): RemoteAccount {
  const number = Math.floor(random() ** 2 * people);
  return {
    remoteId: `m${number}`,
    handle: `member${number}`,
    displayName: `Member ${number}`,
    server: number % 3 === 0 ? 'elsewhere.example' : null,
    isBot: false,
    isStaff: false,
    state: 'active',
    joinedAt: firstAt,
    url: `https://social.example/m${number}`,
    counts: { posts: number },
    profileText: '',
  };
}

function report(random: () => number, texts: TextMaker, index: number, people: number): RemoteReport {
  const categories: readonly ReportCategory[] = ['spam', 'harassment', 'violation', 'other'];
  const target = account(random, people);
  const language = texts.language();
  return {
    remoteId: String(index),
    state: 'open',
    version: 'v1',
    category: categories[Math.floor(random() * categories.length)] ?? 'other',
    ruleIds: ['1'],
    comment: texts.text(language, 9),
    forwarded: false,
    createdAt: firstAt + index * 60_000,
    updatedAt: null,
    reporter: account(random, people),
    target,
    assignedTo: null,
    resolvedBy: null,
    resolvedAt: null,
    posts: [
      {
        remoteId: `p${index}`,
        author: target,
        text: texts.text(language, 28),
        spoiler: '',
        language,
        visibility: 'public',
        publishedAt: firstAt,
        editedAt: null,
        url: null,
        inReplyTo: null,
        media: [],
      },
    ],
    notes: [],
    payloadHash: `hash-${index}`,
  };
}

type Pages = readonly (readonly RemoteReport[])[];

function makePages(count: number): Pages {
  const random = seededRandom(3);
  const texts = createTextMaker(random);
  const pages: RemoteReport[][] = [];
  for (let from = 0; from < count; from += reportsPerPage) {
    const size = Math.min(reportsPerPage, count - from);
    pages.push(Array.from({ length: size }, (_, at) => report(random, texts, from + at, count)));
  }
  return pages;
}

function addConnected(store: Store): CommunityId {
  return insertRow(store.write, 'communities', {
    name: 'bench',
    platform: 'mastodon',
    base_url: 'https://social.example',
    account_remote_id: '1',
    account_handle: 'moderator',
    connection: 'connected',
    created_at: 0,
  }) as CommunityId;
}

/** Takes every page as the pull does, each in one transaction with its cursor. */
function takeAll(store: Store, communityId: CommunityId, pages: Pages, afterPage: () => void = () => undefined): void {
  const context = aDataContext(store, { device: randomUUID() });
  const run: PullRun = {
    tools: productTools(context),
    communityId,
    runId: startRun(store.write, communityId, firstAt),
    // The pages are here already: nothing is asked for.
    connector: {} as PlatformConnector,
    lane: createLane(),
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  for (const items of pages) {
    takePage(run, { items, rejected: [], place: { list: 'reports', cursor: null, generation: 0 } }, () => {
      saveCursor(store.write, communityId, 'new-reports', items.at(-1)?.remoteId ?? '', firstAt);
    });
    afterPage();
  }
}

/** What the pages come to, as rows: taken in once, off the clock. */
function rowsOf(folder: string, pages: Pages): readonly Batch[] {
  const store = emptyStore(folder, 'pull-rows');
  const marks: Marks[] = [];
  takeAll(store, addConnected(store), pages, () => void marks.push(readMarks(store)));
  const batches = [...readBatches(store, marks)];
  removeStore(store);
  return batches;
}

function writeAll(store: Store, batches: readonly Batch[]): void {
  for (const batch of batches) writeBatch(store, batch);
}

function countReports({ read }: Store): number {
  return (read.prepare('SELECT count(*) AS reports FROM reports').get() as { reports: number }).reports;
}

/** New reports through the pull's page transaction against a bare loop that writes the rows that came of it, in turns. */
export async function benchPull(folder: string, count: number, rounds: number): Promise<Measurement> {
  const pages = makePages(count);
  const batches = rowsOf(folder, pages);
  const full: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [times, work] of [
      [bare, (store: Store) => writeAll(store, batches)],
      [full, (store: Store, communityId: CommunityId) => takeAll(store, communityId, pages)],
    ] as const) {
      const store = emptyStore(folder, 'pull');
      const communityId = addConnected(store);
      times.push(await timeOnce(() => work(store, communityId)));
      if (countReports(store) !== count) throw new Error('not every report was written, so the time means nothing');
      removeStore(store);
    }
  }
  const perSecond = (times: readonly number[]) => (count / medianOf(times)) * 1000;
  return atLeast(
    { name: `pull of ${count} new reports, pages of ${reportsPerPage}`, value: perSecond(full) },
    { against: 'bare prepared-statement loop, same rows and file', baseline: perSecond(bare) },
    0.5,
  );
}
