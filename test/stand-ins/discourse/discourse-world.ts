import type { CarriedOut } from '../stand-in.ts';
import {
  type Post,
  type Reviewable,
  type Score,
  type Settings,
  type Status,
  statuses,
  type Topic,
  type User,
  usualSettings,
} from './entities.ts';

/** A Discourse site in memory: members, topics, posts, and what waits for review. */
export class DiscourseWorld {
  readonly settings: Settings;
  readonly users: User[] = [];
  readonly topics: Topic[] = [];
  readonly posts: Post[] = [];
  readonly reviewables: Reviewable[] = [];
  /** Topic to user. */
  readonly claims = new Map<number, number>();
  readonly categories = new Map([
    [3, 'Staff'],
    [4, 'Lounge'],
    [5, 'Support'],
  ]);
  /** Everything that a key did, once for every time. */
  readonly books: CarriedOut[] = [];
  /** Bodies of the penalties that were put on accounts. */
  readonly penalties: unknown[] = [];
  clock: () => number = Date.now;
  #serial = 20;
  /** Reviewables are numbered by themselves. */
  #reviewables = 300;

  constructor(settings: Partial<Settings> = {}) {
    this.settings = { ...usualSettings, ...settings };
  }

  next(): number {
    this.#serial += 1;
    return this.#serial;
  }

  addUser(username: string, more: Partial<User> = {}): User {
    const user: User = {
      id: this.next(),
      username,
      name: username,
      admin: false,
      moderator: false,
      active: true,
      approved: true,
      staged: false,
      suspendedTill: null,
      silencedTill: null,
      deleted: false,
      createdAt: this.clock(),
      ...more,
    };
    this.users.push(user);
    return user;
  }

  user(id: number | null): User | null {
    return this.users.find((one) => one.id === id && !one.deleted) ?? null;
  }

  userNamed(username: string): User | null {
    const name = username.toLowerCase();
    return this.users.find((one) => one.username.toLowerCase() === name && !one.deleted) ?? null;
  }

  addTopic(title: string, categoryId = 4): Topic {
    const slug = title.toLowerCase().replaceAll(/\W+/g, '-');
    const topic: Topic = { id: this.next(), title, slug, categoryId, deletedAt: null };
    this.topics.push(topic);
    return topic;
  }

  topic(id: number | null): Topic | null {
    return this.topics.find((one) => one.id === id) ?? null;
  }

  addPost(topic: Topic, by: User, more: Partial<Post> = {}): Post {
    const number = this.posts.filter(({ topicId }) => topicId === topic.id).length + 1;
    const raw = more.raw ?? `What ${by.username} wrote`;
    const post: Post = {
      id: this.next(),
      topicId: topic.id,
      number,
      userId: by.id,
      replyTo: null,
      type: 1,
      raw,
      cooked: `<p>${raw}</p>`,
      hidden: false,
      deletedAt: null,
      createdAt: this.clock(),
      ...more,
    };
    this.posts.push(post);
    return post;
  }

  post(id: number | null): Post | null {
    return this.posts.find((one) => one.id === id) ?? null;
  }

  addReviewable(more: Partial<Reviewable> & Pick<Reviewable, 'type' | 'createdById'>): Reviewable {
    this.#reviewables += 1;
    const made: Reviewable = {
      id: this.#reviewables,
      status: 'pending',
      target: null,
      topicId: null,
      categoryId: null,
      targetCreatedById: null,
      payload: null,
      createdAt: this.clock(),
      version: 0,
      scores: [],
      histories: [],
      notes: [],
      done: [],
      hiddenFromModerators: false,
      ...more,
    };
    this.reviewables.push(made);
    this.log(made, 0, made.createdById);
    return made;
  }

  reviewable(id: number): Reviewable | null {
    return this.reviewables.find((one) => one.id === id) ?? null;
  }

  /**
   * A flag on a post. The post's reviewable is used again, and set back to pending if somebody had closed it; its version
   * number stays as it was.
   */
  flag(post: Post, by: User, about: { typeId?: number; message?: string } = {}): Reviewable {
    const topic = this.topic(post.topicId);
    const known = this.reviewables.find((one) => one.target?.type === 'Post' && one.target.id === post.id);
    const reviewable =
      known ??
      this.addReviewable({
        type: 'ReviewableFlaggedPost',
        createdById: by.id,
        target: { type: 'Post', id: post.id },
        topicId: post.topicId,
        categoryId: topic?.categoryId ?? null,
        targetCreatedById: post.userId,
      });
    if (reviewable.status !== 'pending') {
      reviewable.status = 'pending';
      reviewable.done.length = 0;
      this.log(reviewable, 1, by.id);
    }
    this.addScore(reviewable, by, about);
    return reviewable;
  }

  addScore(
    reviewable: Reviewable,
    by: User,
    about: { typeId?: number; message?: string; reason?: string } = {},
  ): Score {
    const score: Score = {
      id: this.next(),
      userId: by.id,
      typeId: about.typeId ?? 4,
      reason: about.reason ?? null,
      message: about.message ?? null,
      createdAt: this.clock(),
      status: 0,
      reviewedBy: null,
      reviewedAt: null,
    };
    reviewable.scores.push(score);
    return score;
  }

  /** Puts a reviewable into another state, with its flags that were still open. */
  transition(reviewable: Reviewable, to: Status, by: User): void {
    reviewable.status = to;
    this.log(reviewable, 1, by.id);
    const said = ({ approved: 1, rejected: 2, ignored: 3 } as const)[to as 'approved'];
    if (said === undefined) return;
    for (const score of reviewable.scores) {
      if (score.status !== 0) continue;
      score.status = said;
      score.reviewedBy = by.id;
      score.reviewedAt = this.clock();
    }
  }

  log(reviewable: Reviewable, type: number, by: number): void {
    const status = statuses[reviewable.status];
    reviewable.histories.push({ id: this.next(), type, status, by, at: this.clock() });
  }

  book(kind: CarriedOut['kind'], target: string | number): void {
    this.books.push({ kind, target: String(target) });
  }
}
