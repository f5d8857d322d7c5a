/** Which NodeBB the stand-in is. They differ in types, escaping, which filters count, and what a mute without an end is. */
export type NodebbVersion = '4.11' | '4.15';

export interface User {
  readonly uid: number;
  readonly username: string;
  readonly joindate: number;
  readonly role: 'administrator' | 'global-moderator' | 'category-moderator' | 'member';
  aboutme: string | null;
  banned: boolean;
  muted: boolean;
  mutedUntil: number;
}

export interface Topic {
  readonly tid: number;
  readonly cid: number;
  readonly uid: number;
  readonly title: string;
  readonly mainPid: number;
}

export interface Post {
  readonly pid: number;
  readonly tid: number;
  readonly uid: number;
  readonly content: string;
  readonly timestamp: number;
  readonly toPid: number | null;
  deleted: boolean;
}

export interface HistoryEntry {
  readonly uid: number;
  readonly at: number;
  /** As stored: plain states, uids of assignees; `notes: null` for a note. */
  readonly fields: Readonly<Record<string, string | null>>;
}

export interface Flag {
  readonly flagId: number;
  readonly type: string;
  readonly targetId: number;
  readonly targetUid: number;
  readonly datetime: number;
  state: string | undefined;
  /** "" once somebody was taken off it. */
  assignee: string | null;
  report: string | undefined;
  readonly reports: { readonly uid: number; readonly reason: string; readonly at: number }[];
  readonly notes: { readonly uid: number; readonly text: string; readonly at: number }[];
  readonly history: HistoryEntry[];
}

/** What a change may hold, as `PUT /api/v3/flags/:id` takes it. */
export interface FlagChangeset {
  state?: string | undefined;
  assignee?: string | undefined;
  report?: string | undefined;
}

const knownStates = ['open', 'wip', 'resolved', 'rejected'];

/** A forum in memory: people, two categories, topics, posts and flags, with NodeBB's own rules about flags. */
export class NodebbWorld {
  readonly version: NodebbVersion;
  readonly users = new Map<number, User>();
  readonly topics = new Map<number, Topic>();
  readonly posts = new Map<number, Post>();
  readonly flags = new Map<number, Flag>();
  /** Lists of flags by state, with the time of the change that put them there. A flag can stand on two after a race. */
  readonly byState = new Map<string, Map<number, number>>();
  readonly tokens = new Map<string, number>();
  /** Categories that `category-moderator` moderates. */
  readonly moderatedCids = new Set([1]);
  /** Counts of the admin pages by set, by hour. */
  readonly analytics = new Map<string, Map<number, number>>();
  clock: number;
  #serial = 0;

  constructor(version: NodebbVersion, clock: number) {
    this.version = version;
    this.clock = clock;
  }

  /** The forum's clock goes on by a little with everything that is written. */
  now(): number {
    this.clock += 10;
    return this.clock;
  }

  next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  addUser(username: string, role: User['role'] = 'member', joindate = this.now()): User {
    const uid = this.users.size + 1;
    const user: User = {
      uid,
      username,
      role,
      joindate,
      aboutme: null,
      banned: false,
      muted: false,
      mutedUntil: 0,
    };
    this.users.set(uid, user);
    this.count('registrations', joindate);
    return user;
  }

  addTopic(uid: number, cid: number, title: string, content: string): Topic {
    const tid = this.topics.size + 1;
    const pid = this.posts.size + 1;
    const topic: Topic = { tid, cid, uid, title, mainPid: pid };
    this.topics.set(tid, topic);
    this.addPost(tid, uid, content);
    this.count('topics', this.clock);
    return topic;
  }

  addPost(tid: number, uid: number, content: string, toPid: number | null = null, timestamp = this.now()): Post {
    const post: Post = { pid: this.posts.size + 1, tid, uid, content, timestamp, toPid, deleted: false };
    this.posts.set(post.pid, post);
    this.count('posts', timestamp);
    return post;
  }

  /** Flags.create: a second complaint about the same thing goes to the flag that is there and opens it again. */
  flag(type: 'post' | 'user', targetId: number, uid: number, reason: string): Flag {
    const at = this.now();
    const known = [...this.flags.values()].find((one) => one.type === type && one.targetId === targetId);
    if (known) {
      known.reports.push({ uid, reason, at });
      this.update(known.flagId, uid, { state: 'open', report: 'added' });
      return known;
    }
    const flagId = this.next();
    const flag: Flag = {
      flagId,
      type,
      targetId,
      targetUid: type === 'user' ? targetId : (this.posts.get(targetId)?.uid ?? 0),
      datetime: at,
      state: undefined,
      assignee: null,
      report: undefined,
      reports: [{ uid, reason, at }],
      notes: [],
      history: [],
    };
    this.flags.set(flagId, flag);
    this.count('flags', at);
    this.update(flagId, uid, { state: 'open' });
    return flag;
  }

  /** Flags.update: what does not change, is unknown or not allowed is dropped without a word. */
  update(flagId: number, uid: number, changeset: FlagChangeset, current = this.#readState(flagId)): void {
    const flag = this.flags.get(flagId);
    if (!flag) return;
    const at = this.now();
    const taken: Record<string, string | null> = {};
    const { state, assignee, report } = changeset;
    if (state !== undefined && state !== current.state && knownStates.includes(state)) {
      this.#list(state).set(flagId, at);
      this.#list(current.state ?? '').delete(flagId);
      flag.state = state;
      taken.state = state;
    }
    if (assignee !== undefined && assignee !== current.assignee && (assignee === '' || this.#mayHold(flag, assignee))) {
      flag.assignee = assignee;
      taken.assignee = assignee;
    }
    if (report !== undefined && report !== flag.report) {
      flag.report = report;
      taken.report = report;
    }
    if (Object.keys(taken).length > 0) flag.history.push({ uid, at, fields: taken });
  }

  /** Two moderators at the same moment: both read the same state before either writes. */
  updateTogether(flagId: number, both: readonly [uid: number, state: string][]): void {
    const current = this.#readState(flagId);
    for (const [uid, state] of both) this.update(flagId, uid, { state }, current);
  }

  /** Flags.appendNote: a set of who said what, so that the same words by the same person stand once, at the later time. */
  note(flagId: number, uid: number, text: string): void {
    const at = this.now();
    const flag = this.flags.get(flagId);
    const known = flag?.notes.findIndex((note) => note.uid === uid && note.text === text) ?? -1;
    if (known >= 0) flag?.notes.splice(known, 1);
    flag?.notes.push({ uid, text, at });
    flag?.history.push({ uid, at, fields: { notes: null } });
  }

  removeNote(flagId: number, uid: number, at: number): void {
    const flag = this.flags.get(flagId);
    const position = flag?.notes.findIndex((note) => note.at === at) ?? -1;
    if (position < 0) return;
    flag?.notes.splice(position, 1);
    flag?.history.push({ uid, at: this.now(), fields: { notes: '[[flags:note-deleted]]' } });
  }

  /** Flags.purge leaves nothing behind. */
  purge(flagId: number): void {
    this.flags.delete(flagId);
    for (const list of this.byState.values()) list.delete(flagId);
  }

  /** usersAPI.ban: the flag about the account itself is resolved by it; flags about posts stay as they are. */
  ban(uid: number, by: number): void {
    const user = this.users.get(uid);
    if (!user) return;
    user.banned = true;
    const flag = [...this.flags.values()].find((one) => one.type === 'user' && one.targetId === uid);
    if (flag) this.update(flag.flagId, by, { state: 'resolved' });
  }

  /** Posts.delete and Posts.restore: deleting resolves the flag about the post; restoring leaves it as it is. */
  setDeleted(pid: number, by: number, deleted: boolean): void {
    const post = this.posts.get(pid);
    if (!post) return;
    post.deleted = deleted;
    const flag = [...this.flags.values()].find((one) => one.type === 'post' && one.targetId === pid);
    if (deleted && flag) this.update(flag.flagId, by, { state: 'resolved' });
  }

  mute(uid: number, until: number | undefined): void {
    const user = this.users.get(uid);
    if (!user) return;
    user.muted = true;
    user.mutedUntil = until ?? 0;
  }

  isMuted(user: User): boolean {
    if (this.version === '4.11') return user.mutedUntil > this.clock;
    return user.muted && (user.mutedUntil === 0 || user.mutedUntil > this.clock);
  }

  isTeam(user: User | undefined): boolean {
    return user !== undefined && user.role !== 'member';
  }

  /** Flags.canView: who only moderates some categories sees flags of posts in those. */
  maySee(user: User, flag: Flag): boolean {
    if (user.role === 'administrator' || user.role === 'global-moderator') return true;
    if (user.role !== 'category-moderator' || flag.type !== 'post') return false;
    const topic = this.topics.get(this.posts.get(flag.targetId)?.tid ?? 0);
    return topic !== undefined && this.moderatedCids.has(topic.cid);
  }

  count(set: string, at: number): void {
    const hours = this.analytics.get(set) ?? new Map<number, number>();
    this.analytics.set(set, hours);
    const hour = Math.floor(at / 3_600_000) * 3_600_000;
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }

  #readState(flagId: number): { state: string | undefined; assignee: string | null } {
    const flag = this.flags.get(flagId);
    return { state: flag?.state, assignee: flag?.assignee ?? null };
  }

  #list(state: string): Map<number, number> {
    const list = this.byState.get(state) ?? new Map<number, number>();
    this.byState.set(state, list);
    return list;
  }

  #mayHold(flag: Flag, assignee: string): boolean {
    const user = this.users.get(Number.parseInt(assignee, 10));
    return user !== undefined && this.maySee(user, flag);
  }
}
