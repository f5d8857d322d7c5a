import { createHash } from 'node:crypto';
import {
  type ActionCall,
  type NewReportsPage,
  type Page,
  type PlatformConnector,
  PlatformError,
  type RemoteAccount,
  type RemoteNote,
  type RemotePost,
  type RemoteReport,
  type ServerFacts,
} from '../../electron/data/platforms/platform.ts';
import type { Capabilities } from '../../shared/domain/community.ts';
import type { ReportCategory } from '../../shared/domain/report.ts';
import { testNow } from './insert-row.ts';
import { mastodonLike } from './like-platforms.ts';

/** Who we are on the fake platform, as stored with the community. */
export const ourHandle = 'moderator';

/**
 * What happens to a request instead of an answer. `lost-answer`: carried out, and nobody hears of it. `late`: no answer in
 * time, and carried out a while afterwards.
 */
export type Fault = 'offline' | 'time-out' | 'late' | 'lost-answer' | 'server-error' | 'rate-limited' | 'unauthorized';

interface FakeReport {
  readonly id: string;
  readonly author: string;
  readonly reporter: string;
  category: ReportCategory;
  state: 'open' | 'resolved';
  assignedTo: string | null;
  resolvedBy: string | null;
  resolvedAt: number | null;
  updatedAt: number;
  gone: boolean;
  postIds: string[];
  notes: RemoteNote[];
}

/** One call that was carried out, with what it ran over: a colleague's closing of the same report. */
export interface CarriedOut {
  readonly key: string;
  readonly kind: ActionCall['kind'];
  readonly reportId: string | null;
  readonly overwrote: string | null;
  readonly late: boolean;
}

/**
 * A platform in memory with the habits of Mastodon or GoToSocial: no compare-and-set, sanctions that are never idempotent,
 * lists without "changed since". Keeps books.
 */
export class FakePlatform {
  readonly reports: FakeReport[] = [];
  readonly accountStates = new Map<string, RemoteAccount['state']>();
  readonly texts = new Map<string, string>();
  /** Posts that were taken down, by anybody. */
  readonly postsDown = new Set<string>();
  readonly books: CarriedOut[] = [];
  /** One for each coming request that reads; null lets one pass. */
  readonly readFaults: (Fault | null)[] = [];
  /** One for each coming call that changes something. */
  readonly callFaults: (Fault | null)[] = [];
  readonly capabilities: Capabilities;
  readonly #late: { readonly at: number; readonly call: ActionCall }[] = [];
  /** Real time, for what arrives late. */
  elapsed: () => number = () => 0;
  pageSize = 3;
  now = testNow;
  #ticks = 0;

  constructor(capabilities: Capabilities = mastodonLike) {
    this.capabilities = capabilities;
  }

  addReport(author: string, overrides: Partial<FakeReport> = {}): string {
    const id = String(1_000 + this.reports.length);
    this.texts.set(`p${id}`, `What ${author} wrote in ${id}`);
    this.reports.push({
      id,
      author,
      reporter: `reporter-${this.reports.length % 4}`,
      category: 'other',
      state: 'open',
      assignedTo: null,
      resolvedBy: null,
      resolvedAt: null,
      updatedAt: this.#moment(),
      gone: false,
      postIds: [`p${id}`],
      notes: [],
      ...overrides,
    });
    return id;
  }

  report(id: string): FakeReport {
    const found = this.reports.find((one) => one.id === id);
    if (!found) throw new RangeError('no such report');
    return found;
  }

  resolve(report: FakeReport, by: string): void {
    report.state = 'resolved';
    report.resolvedBy = by;
    report.resolvedAt = this.#touch(report);
  }

  /** Opening what is open changes nothing, nor does giving it to whoever has it. */
  reopen(report: FakeReport): void {
    if (report.state === 'open') return;
    report.state = 'open';
    report.resolvedBy = null;
    report.resolvedAt = null;
    this.#touch(report);
  }

  assign(report: FakeReport, to: string | null): void {
    if (report.assignedTo === to) return;
    report.assignedTo = to;
    this.#touch(report);
  }

  /** A note among moderators: with words where the interface shows them; without, nothing can be read but that something changed. */
  note(report: FakeReport, by = 'colleague', text: string | null = null): void {
    const writtenAt = this.#touch(report);
    if (text !== null) report.notes = [...report.notes, { remoteId: `n${writtenAt}`, author: by, text, writtenAt }];
  }

  /** Whoever wrote a note takes it away again. */
  removeNotes(report: FakeReport): void {
    report.notes = [];
    this.#touch(report);
  }

  #touch(report: FakeReport): number {
    report.updatedAt = this.#moment();
    return report.updatedAt;
  }

  /** No two changes are at the same moment. */
  #moment(): number {
    this.#ticks += 1;
    return this.now + this.#ticks;
  }

  /** A sanction by anybody, as the platform carries it out. */
  sanction(author: string, state: RemoteAccount['state'], by: string): void {
    this.accountStates.set(author, state);
    if (!this.capabilities.accountActionResolvesReports) return;
    for (const report of this.reports) {
      if (report.author === author && report.state === 'open' && !report.gone) this.resolve(report, by);
    }
  }

  /** Takes a sanction back. No report shows it. */
  lift(author: string): void {
    this.accountStates.set(author, 'active');
  }

  /** Carries out what was on its way. */
  arrive(): void {
    while (this.#late[0] && this.#late[0].at <= this.elapsed()) {
      const [first] = this.#late.splice(0, 1);
      try {
        if (first) this.#perform(first.call, true);
      } catch {
        // Turned away, and nobody is there to hear it.
      }
    }
  }

  #meet(writes: boolean): Fault | null {
    this.arrive();
    const fault = (writes ? this.callFaults : this.readFaults).shift() ?? null;
    switch (fault) {
      case 'offline':
        throw new PlatformError('offline');
      case 'time-out':
        throw new PlatformError('timeout', { mayHaveArrived: writes });
      case 'server-error':
        throw new PlatformError('server-error', { status: 503, mayHaveArrived: writes });
      case 'rate-limited':
        throw new PlatformError('rate-limited', { status: 429, retryAt: this.now + 60_000 });
      case 'unauthorized':
        throw new PlatformError('unauthorized', { status: 401 });
      default:
        return fault;
    }
  }

  #account(name: string): RemoteAccount {
    return {
      remoteId: `a-${name}`,
      handle: name,
      displayName: name,
      server: null,
      isBot: false,
      isStaff: false,
      state: this.accountStates.get(name) ?? 'active',
      joinedAt: testNow - 1_000_000,
      url: null,
      counts: {},
      profileText: `I am ${name}`,
    };
  }

  #post(id: string, author: string): RemotePost {
    return {
      remoteId: id,
      author: this.#account(author),
      text: this.texts.get(id) ?? '',
      spoiler: '',
      language: 'en',
      visibility: 'public',
      publishedAt: testNow - 10_000,
      editedAt: null,
      url: null,
      inReplyTo: null,
      media: [],
    };
  }

  #show(report: FakeReport): RemoteReport {
    const target = this.#account(report.author);
    const postIds = report.postIds.filter((id) => !this.postsDown.has(id));
    const posts = postIds.map((id) => this.#post(id, report.author));
    const { state, resolvedBy, assignedTo, category } = report;
    const version = digest([state, resolvedBy, assignedTo, category, postIds, target.state]);
    return {
      remoteId: report.id,
      state,
      version,
      category,
      ruleIds: [],
      comment: `Report ${report.id}`,
      forwarded: false,
      createdAt: testNow + Number(report.id),
      updatedAt: report.updatedAt,
      reporter: this.#account(report.reporter),
      target,
      assignedTo,
      resolvedBy,
      resolvedAt: report.resolvedAt,
      posts,
      notes: report.notes,
      payloadHash: digest([version, report.updatedAt, posts.map((post) => post.text)]),
    };
  }

  #perform(call: ActionCall, late = false): void {
    const [topic, verb] = call.kind.split('.') as ['report' | 'account' | 'post', string];
    const report = this.reports.find((one) => one.id === call.reportRemoteId && !one.gone);
    // As with a post that its author deleted: there is no such post any more.
    if (verb === 'remove' && this.postsDown.has(call.targetRemoteId))
      throw new PlatformError('not-found', { status: 404 });
    const closes = topic !== 'post';
    const theirs = closes && report?.state === 'resolved' && report.resolvedBy !== ourHandle ? report.resolvedBy : null;
    this.books.push({
      key: call.idempotencyKey,
      kind: call.kind,
      reportId: call.reportRemoteId,
      overwrote: theirs,
      late,
    });
    if (topic === 'post') {
      if (verb === 'remove') this.postsDown.add(call.targetRemoteId);
      else this.postsDown.delete(call.targetRemoteId);
      return;
    }
    if (topic === 'report') {
      if (!report) throw new PlatformError('not-found', { status: 404 });
      if (verb === 'resolve') this.resolve(report, ourHandle);
      if (verb === 'reopen') this.reopen(report);
      if (verb === 'assign') this.assign(report, ourHandle);
      if (verb === 'unassign') this.assign(report, null);
      if (verb === 'note') this.note(report, ourHandle, call.text);
      return;
    }
    const author = call.targetRemoteId.slice(2);
    if (verb === 'warn') {
      // A closed one is closed again.
      if (report) this.resolve(report, ourHandle);
      return;
    }
    if (verb.startsWith('undo-')) this.lift(author);
    else this.sanction(author, stateAfter[verb] ?? 'active', ourHandle);
  }

  /** A connector to this platform, as to any other. */
  connector(): PlatformConnector {
    const listed = (): readonly FakeReport[] => this.reports.filter((one) => !one.gone);
    return {
      readFacts: async (): Promise<ServerFacts> => {
        this.#meet(false);
        return {
          name: 'Fake',
          accountRemoteId: 'a-moderator',
          accountHandle: ourHandle,
          capabilities: this.capabilities,
          rules: [],
        };
      },
      listNewReports: async (cursor): Promise<NewReportsPage> => {
        this.#meet(false);
        const newer = listed().filter((one) => cursor === null || Number(one.id) > Number(cursor));
        const items = newer.slice(0, this.pageSize);
        const resume = items.at(-1)?.id ?? cursor;
        return {
          items: items.map((one) => this.#show(one)),
          rejected: [],
          next: newer.length > items.length ? resume : null,
          resume,
        };
      },
      listOpenReports: async (cursor): Promise<Page<RemoteReport>> => {
        this.#meet(false);
        const older = [...listed()]
          .reverse()
          .filter((one) => one.state === 'open' && (cursor === null || Number(one.id) < Number(cursor)));
        const items = older.slice(0, this.pageSize);
        const next = older.length > items.length ? (items.at(-1)?.id ?? null) : null;
        return { items: items.map((one) => this.#show(one)), rejected: [], next };
      },
      readReport: async (id) => {
        this.#meet(false);
        const found = listed().find((one) => one.id === id);
        return found ? this.#show(found) : null;
      },
      readAccount: async (id) => {
        this.#meet(false);
        return this.#account(id.slice(2));
      },
      readThread: async (id) => {
        this.#meet(false);
        return [this.#post(id, 'somebody')];
      },
      perform: async (call) => {
        const fault = this.#meet(true);
        if (fault === 'late') {
          this.#late.push({ at: this.elapsed() + lateMs, call });
          throw new PlatformError('timeout', { mayHaveArrived: true });
        }
        this.#perform(call);
        if (fault === 'lost-answer') throw new PlatformError('offline', { mayHaveArrived: true });
      },
      readMeasures: async () => [],
      readDimensions: async () => [],
      readCohorts: async () => [],
    };
  }
}

/** Less than the time for which the outbox waits. */
const lateMs = 50_000;

const stateAfter: Readonly<Record<string, RemoteAccount['state']>> = {
  sensitive: 'sensitive',
  disable: 'disabled',
  silence: 'silenced',
  suspend: 'suspended',
};

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
