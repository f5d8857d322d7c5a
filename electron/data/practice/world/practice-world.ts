import type { Instant } from '../../../../shared/domain/ids.ts';
import { SeededRandom } from './random.ts';
import { remoteId, reportId } from './remote-ids.ts';
import type { PracticeAccount, PracticePost, PracticeReport, PracticeStrike, WorldState } from './world-state.ts';

type Sanction = PracticeStrike['type'];

/** The community with the rules by which it changes. Everything that alters the state goes through here. */
export class PracticeWorld {
  readonly state: WorldState;
  readonly random: SeededRandom;
  readonly #accounts = new Map<string, PracticeAccount>();
  readonly #posts = new Map<string, PracticePost>();
  readonly #reports = new Map<string, PracticeReport>();
  readonly #replies = new Map<string, string[]>();
  readonly #postsBy = new Map<string, PracticePost[]>();

  constructor(state: WorldState) {
    this.state = state;
    this.random = new SeededRandom(state.randomState);
    for (const account of state.accounts) this.#accounts.set(account.id, account);
    for (const post of state.posts) this.#indexPost(post);
    for (const report of state.reports) this.#reports.set(report.id, report);
  }

  account(id: string): PracticeAccount | undefined {
    return this.#accounts.get(id);
  }

  post(id: string): PracticePost | undefined {
    return this.#posts.get(id);
  }

  report(id: string): PracticeReport | undefined {
    return this.#reports.get(id);
  }

  /** The member of this server with that name. */
  member(username: string): PracticeAccount {
    const found = this.state.accounts.find((account) => account.username === username && account.domain === null);
    if (found === undefined) throw new RangeError('No such member');
    return found;
  }

  repliesTo(postId: string): readonly string[] {
    return this.#replies.get(postId) ?? [];
  }

  /** Everything that this member has written and that still stands. */
  postsBy(accountId: string): PracticePost[] {
    return (this.#postsBy.get(accountId) ?? []).filter((post) => post.deletedAt === null);
  }

  openReportsAbout(accountId: string): PracticeReport[] {
    return this.state.reports.filter((report) => report.targetId === accountId && report.actionTakenAt === null);
  }

  addAccount(about: Omit<PracticeAccount, 'id' | 'busyUntil'>): PracticeAccount {
    const id = remoteId(this.state.flavour, about.createdAt, this.#serial());
    const account: PracticeAccount = { ...about, id, busyUntil: 0 };
    this.state.accounts.push(account);
    this.#accounts.set(id, account);
    return account;
  }

  addPost(about: Omit<PracticePost, 'id' | 'editedAt' | 'deletedAt'>): PracticePost {
    const id = remoteId(this.state.flavour, about.createdAt, this.#serial());
    const post: PracticePost = { ...about, id, editedAt: null, deletedAt: null };
    this.state.posts.push(post);
    this.#indexPost(post);
    return post;
  }

  /** Files a report as the newest one. */
  addReport(
    about: Pick<PracticeReport, 'scene' | 'category' | 'comment' | 'createdAt' | 'reporterId' | 'targetId'> &
      Partial<Pick<PracticeReport, 'forwarded' | 'postIds' | 'ruleIds'>>,
  ): PracticeReport {
    const id = reportId(this.state.flavour, about.createdAt, this.state.nextReportNumber);
    this.state.nextReportNumber += 1;
    const report: PracticeReport = {
      forwarded: false,
      postIds: [],
      ruleIds: [],
      ...about,
      id,
      updatedAt: about.createdAt,
      assignedTo: null,
      actionTakenAt: null,
      actionTakenBy: null,
      actionTakenComment: null,
    };
    this.state.reports.push(report);
    this.#reports.set(id, report);
    return report;
  }

  /** Resolving again changes who did it and when, as on both servers. */
  resolve(report: PracticeReport, byId: string, at: Instant, comment: string | null = null): void {
    report.actionTakenAt = at;
    report.actionTakenBy = byId;
    if (comment !== null) report.actionTakenComment = comment;
    this.touch(report, at);
  }

  /** Opening what is open changes nothing, nor does giving it to whoever has it. */
  reopen(report: PracticeReport, at: Instant): void {
    if (report.actionTakenAt === null) return;
    report.actionTakenAt = null;
    report.actionTakenBy = null;
    this.touch(report, at);
  }

  assign(report: PracticeReport, toId: string | null, at: Instant): void {
    if (report.assignedTo === toId) return;
    report.assignedTo = toId;
    this.touch(report, at);
  }

  /**
   * Says that the report was changed. Every change moves the moment, as on both servers: also two within one millisecond,
   * and where the clock stands still or is that of a world which has not grown for a while.
   */
  touch(report: PracticeReport, at: Instant): void {
    report.updatedAt = Math.max(at, report.updatedAt + 1);
  }

  /**
   * One sanction. Always a new strike, also when repeated. On Mastodon it closes the account's open reports ("none" only
   * the one named, and that also when it is closed); on GoToSocial reports stay open and the evidence goes away with the
   * posts.
   */
  sanction(
    account: PracticeAccount,
    act: {
      type: Sanction;
      byId: string;
      at: Instant;
      reportId?: string | null;
      text?: string;
      mailed?: boolean;
      idempotencyKey?: string | null;
    },
  ): PracticeStrike {
    const strike: PracticeStrike = {
      id: String(this.#serial()),
      accountId: account.id,
      type: act.type,
      reportId: act.reportId ?? null,
      text: act.text ?? '',
      byId: act.byId,
      at: act.at,
      mailed: act.mailed ?? false,
      idempotencyKey: act.idempotencyKey ?? null,
    };
    this.state.strikes.push(strike);
    if (act.type === 'sensitive') account.sensitized = true;
    if (act.type === 'disable') account.disabled = true;
    if (act.type === 'silence') account.silenced = true;
    if (act.type === 'suspend') account.suspended = true;
    if (this.state.flavour === 'gotosocial') this.#deletePostsOf(account.id, act.at);
    else this.#closeReports(account.id, act);
    return strike;
  }

  editPost(postId: string, text: string, at: Instant): void {
    const post = this.#posts.get(postId);
    if (post === undefined) throw new RangeError('No such post');
    post.text = text;
    post.editedAt = at;
  }

  deletePost(postId: string, at: Instant): void {
    const post = this.#posts.get(postId);
    if (post === undefined) throw new RangeError('No such post');
    post.deletedAt = at;
  }

  /** Has another moderator do something, as happens in every team. Names are usernames of the team. */
  colleagueActs(
    username: string,
    act:
      | { do: 'resolve' | 'reopen' | 'assign' | 'unassign'; reportId: string }
      | { do: Sanction; accountId: string; reportId?: string },
    at: Instant = this.state.grownTo,
  ): void {
    const colleague = this.member(username);
    if ('accountId' in act) {
      const account = this.account(act.accountId);
      if (account === undefined) throw new RangeError('No such account');
      this.sanction(account, { type: act.do, byId: colleague.id, at, reportId: act.reportId ?? null });
      return;
    }
    const report = this.report(act.reportId);
    if (report === undefined) throw new RangeError('No such report');
    if (act.do === 'resolve') this.resolve(report, colleague.id, at);
    else if (act.do === 'reopen') this.reopen(report, at);
    else this.assign(report, act.do === 'assign' ? colleague.id : null, at);
  }

  #closeReports(accountId: string, act: { type: Sanction; byId: string; at: Instant; reportId?: string | null }): void {
    const closed = act.type === 'none' ? [this.report(act.reportId ?? '')] : this.openReportsAbout(accountId);
    for (const report of closed) if (report !== undefined) this.resolve(report, act.byId, act.at);
  }

  #deletePostsOf(accountId: string, at: Instant): void {
    for (const post of this.postsBy(accountId)) post.deletedAt = at;
  }

  #indexPost(post: PracticePost): void {
    this.#posts.set(post.id, post);
    append(this.#postsBy, post.accountId, post);
    if (post.inReplyTo !== null) append(this.#replies, post.inReplyTo, post.id);
  }

  #serial(): number {
    this.state.nextSerial += 1;
    return this.state.nextSerial;
  }
}

function append<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
