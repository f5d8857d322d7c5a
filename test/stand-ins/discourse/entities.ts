/** What a Discourse site holds, as far as moderators and their programs see it. Times are milliseconds since 1970. */
export interface User {
  readonly id: number;
  readonly username: string;
  readonly name: string;
  admin: boolean;
  moderator: boolean;
  active: boolean;
  approved: boolean;
  staged: boolean;
  suspendedTill: number | null;
  silencedTill: number | null;
  deleted: boolean;
  readonly createdAt: number;
}

export interface Topic {
  readonly id: number;
  readonly title: string;
  readonly slug: string;
  categoryId: number;
  deletedAt: number | null;
}

export interface Post {
  readonly id: number;
  readonly topicId: number;
  readonly number: number;
  readonly userId: number;
  readonly replyTo: number | null;
  /** 1 written by somebody, 3 a line such as "closed". */
  readonly type: 1 | 3;
  raw: string;
  cooked: string;
  hidden: boolean;
  deletedAt: number | null;
  readonly createdAt: number;
}

/** One flag. */
export interface Score {
  readonly id: number;
  readonly userId: number;
  readonly typeId: number;
  readonly reason: string | null;
  /** What was written to the moderators along with it. */
  readonly message: string | null;
  readonly createdAt: number;
  /** pending, agreed, disagreed, ignored. */
  status: 0 | 1 | 2 | 3;
  reviewedBy: number | null;
  reviewedAt: number | null;
}

export const statuses = { pending: 0, approved: 1, rejected: 2, ignored: 3, deleted: 4 } as const;
export type Status = keyof typeof statuses;

export interface Reviewable {
  readonly id: number;
  readonly type: string;
  status: Status;
  /** A post, a user, or nothing yet. */
  target: { readonly type: 'Post' | 'User'; readonly id: number } | null;
  topicId: number | null;
  categoryId: number | null;
  readonly createdById: number;
  targetCreatedById: number | null;
  readonly payload: Readonly<Record<string, unknown>> | null;
  readonly createdAt: number;
  version: number;
  readonly scores: Score[];
  readonly histories: { id: number; type: number; status: number; by: number; at: number }[];
  readonly notes: { id: number; by: number; content: string; at: number }[];
  /** Bundles in which something was done, where post and user are handled apart. */
  readonly done: { bundle: string; status: Status }[];
  /** In a category that moderators do not see. */
  hiddenFromModerators: boolean;
}

/** A site's own settings, and what differs by version. */
export interface Settings {
  claiming: 'disabled' | 'optional' | 'required';
  /** Whether post and user are handled together or apart, with "no action" in each. */
  actions: 'combined' | 'apart';
  /** Which fields reviewables are shown with. `claim` names the claim instead of the user, and histories and notes are there. */
  shape: 'user' | 'claim';
  /** `fifty-numbers` is what `before` meant in old versions: a span of numbers, gaps and all, its end included. */
  latestPosts: 'fifty-posts' | 'fifty-numbers';
  /** Whether the queue can be asked for by numbers, as it can since 2.7. */
  knowsIds: boolean;
  /** Low scores are kept from the list unless asked for. */
  leastScore: number;
  /** Whether the site's numbers are for administrators alone. */
  numbersForAdmins: boolean;
  /** Requests in a minute for all administrators' keys together; null: none counted, as the fault suite needs. */
  requestsPerMinute: number | null;
  /** Old versions counted keys by address as well: fifty in ten seconds, refused in plain text. */
  countsAddresses: boolean;
}

export const usualSettings: Settings = {
  claiming: 'optional',
  actions: 'combined',
  shape: 'user',
  latestPosts: 'fifty-posts',
  knowsIds: true,
  leastScore: 0,
  numbersForAdmins: false,
  requestsPerMinute: null,
  countsAddresses: false,
};
