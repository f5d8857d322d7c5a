/** What a small Lemmy server keeps: rows as both versions of the interface show them. Times are milliseconds since 1970. */

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly host: string | null;
  readonly admin: boolean;
  readonly bot: boolean;
  readonly password: string;
  readonly totp: string | null;
  readonly published: number;
  banned: boolean;
}

export interface Community {
  readonly id: number;
  readonly name: string;
  readonly moderators: Set<number>;
  readonly banned: Set<number>;
  readonly published: number;
}

export interface Post {
  readonly id: number;
  readonly creatorId: number;
  readonly communityId: number;
  name: string;
  body: string;
  url: string | null;
  urlType: string | null;
  readonly published: number;
  updated: number | null;
  removed: boolean;
  readonly featured: boolean;
}

export interface Comment {
  readonly id: number;
  readonly creatorId: number;
  readonly postId: number;
  readonly path: string;
  content: string;
  readonly published: number;
  updated: number | null;
  removed: boolean;
}

export interface Message {
  readonly id: number;
  readonly creatorId: number;
  readonly recipientId: number;
  content: string;
  readonly published: number;
}

export const kinds = ['post', 'comment', 'private_message', 'community'] as const;
export type Kind = (typeof kinds)[number];

export interface Report {
  /** Counted per kind. */
  readonly id: number;
  readonly kind: Kind;
  readonly creatorId: number;
  readonly objectId: number;
  readonly reason: string;
  /** The words as they were when it was made. */
  readonly original: readonly [first: string, body: string, url: string | null];
  readonly violatesInstanceRules: boolean;
  readonly published: number;
  updated: number | null;
  resolved: boolean;
  resolverId: number | null;
  conclusion: string | null;
}

/** An entry of the moderation log: one for every call, also for one that changes nothing. */
export interface LogEntry {
  readonly what: string;
  readonly byId: number;
  readonly targetId: number;
  readonly undone: boolean;
  readonly reason: string | null;
}

export interface Application {
  readonly id: number;
  readonly personId: number;
  readonly published: number;
}

const start = Date.UTC(2026, 2, 2, 9);

/** The rows, and what can be done to them. */
export class LemmyWorld {
  readonly people: Person[] = [];
  readonly communities: Community[] = [];
  readonly posts: Post[] = [];
  readonly comments: Comment[] = [];
  readonly messages: Message[] = [];
  readonly reports: Report[] = [];
  readonly log: LogEntry[] = [];
  readonly applications: Application[] = [];
  readonly tokens = new Map<string, number>();
  /** Read-marks that requests left behind in accounts: "personId:postId". */
  readonly marksRead = new Set<string>();
  /** The server's own clock; every row is a minute younger than the one before. */
  now = start;
  #lastIds = new Map<string, number>();

  addPerson(name: string, given: Partial<Omit<Person, 'id' | 'name'>> = {}): Person {
    const person: Person = {
      id: this.#next('person'),
      name,
      host: null,
      admin: false,
      bot: false,
      password: 'right password',
      totp: null,
      published: this.#tick(),
      banned: false,
      ...given,
    };
    this.people.push(person);
    return person;
  }

  addCommunity(name: string, moderators: readonly number[] = []): Community {
    const community: Community = {
      id: this.#next('community'),
      name,
      moderators: new Set(moderators),
      banned: new Set(),
      published: this.#tick(),
    };
    this.communities.push(community);
    return community;
  }

  addPost(communityId: number, creatorId: number, given: Partial<Omit<Post, 'id'>> = {}): Post {
    const id = this.#next('post');
    const words = { name: `Title ${id}`, body: `Body ${id}`, url: null, urlType: null };
    const standing = { updated: null, removed: false, featured: false };
    const post: Post = { id, communityId, creatorId, published: this.#tick(), ...words, ...standing, ...given };
    this.posts.push(post);
    return post;
  }

  addComment(postId: number, creatorId: number, parent: Comment | null = null): Comment {
    const id = this.#next('comment');
    const path = `${parent?.path ?? '0'}.${id}`;
    const comment: Comment = {
      id,
      postId,
      creatorId,
      path,
      content: `Comment ${id}`,
      published: this.#tick(),
      updated: null,
      removed: false,
    };
    this.comments.push(comment);
    return comment;
  }

  addMessage(creatorId: number, recipientId: number): Message {
    const id = this.#next('message');
    const message: Message = { id, creatorId, recipientId, content: `Message ${id}`, published: this.#tick() };
    this.messages.push(message);
    return message;
  }

  addApplication(personId: number): Application {
    const application: Application = { id: this.#next('application'), personId, published: this.#tick() };
    this.applications.push(application);
    return application;
  }

  addReport(kind: Kind, objectId: number, creatorId: number, given: Partial<Report> = {}): Report {
    const report: Report = {
      id: this.#next(`${kind} report`),
      kind,
      creatorId,
      objectId,
      reason: 'please look',
      original: this.#wordsOf(kind, objectId),
      violatesInstanceRules: false,
      published: this.#tick(),
      updated: null,
      resolved: false,
      resolverId: null,
      conclusion: null,
      ...given,
    };
    this.reports.push(report);
    return report;
  }

  person(id: number): Person {
    return found(this.people.find((one) => one.id === id));
  }

  community(id: number): Community {
    return found(this.communities.find((one) => one.id === id));
  }

  post(id: number): Post {
    return found(this.posts.find((one) => one.id === id));
  }

  comment(id: number): Comment {
    return found(this.comments.find((one) => one.id === id));
  }

  message(id: number): Message {
    return found(this.messages.find((one) => one.id === id));
  }

  report(kind: Kind, id: number): Report | undefined {
    return this.reports.find((one) => one.kind === kind && one.id === id);
  }

  /** The post that a report is about, or that its comment stands under. */
  postOf({ kind, objectId }: Report): Post | null {
    if (kind === 'post') return this.post(objectId);
    return kind === 'comment' ? this.post(this.comment(objectId).postId) : null;
  }

  communityOf(report: Report): Community | null {
    if (report.kind === 'community') return this.community(report.objectId);
    const post = this.postOf(report);
    return post && this.community(post.communityId);
  }

  isAdmin(personId: number): boolean {
    return this.person(personId).admin;
  }

  moderates(personId: number, communityId: number): boolean {
    return this.community(communityId).moderators.has(personId);
  }

  /** Last writer wins; opening a report again also notes who did. */
  resolve(report: Report, byId: number, resolved: boolean): void {
    report.resolved = resolved;
    report.resolverId = byId;
    report.updated = this.#tick();
  }

  /** Removing an object resolves every report of it, and so does putting it back (0.19.4 and later). */
  setRemoved(kind: 'post' | 'comment', id: number, removed: boolean, byId: number): void {
    const object = kind === 'post' ? this.post(id) : this.comment(id);
    object.removed = removed;
    for (const report of this.reports)
      if (report.kind === kind && report.objectId === id) this.resolve(report, byId, true);
  }

  /** A purge takes the object and every report of it away without a trace. */
  purge(kind: Kind, objectId: number): void {
    drop(this.reports, (one) => one.kind === kind && one.objectId === objectId);
    if (kind === 'post') {
      for (const comment of this.comments.filter((one) => one.postId === objectId)) this.purge('comment', comment.id);
      drop(this.posts, (one) => one.id === objectId);
    }
    if (kind === 'comment') drop(this.comments, (one) => one.id === objectId);
    if (kind === 'private_message') drop(this.messages, (one) => one.id === objectId);
    if (kind === 'community') drop(this.communities, (one) => one.id === objectId);
  }

  issueToken(personId: number): string {
    const token = `jwt-${personId}-${this.tokens.size + 1}`;
    this.tokens.set(token, personId);
    return token;
  }

  #wordsOf(kind: Kind, id: number): Report['original'] {
    switch (kind) {
      case 'post': {
        const { name, body, url } = this.post(id);
        return [name, body, url];
      }
      case 'comment':
        return [this.comment(id).content, '', null];
      case 'private_message':
        return [this.message(id).content, '', null];
      case 'community':
        return [this.community(id).name, `All about ${this.community(id).name}`, null];
    }
  }

  #next(sequence: string): number {
    const id = (this.#lastIds.get(sequence) ?? 0) + 1;
    this.#lastIds.set(sequence, id);
    return id;
  }

  #tick(): number {
    this.now += 60_000;
    return this.now;
  }
}

function found<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new RangeError('no such row');
  return row;
}

function drop<Row>(rows: Row[], which: (row: Row) => boolean): void {
  const kept = rows.filter((row) => !which(row));
  rows.splice(0, rows.length, ...kept);
}
