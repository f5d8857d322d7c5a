/**
 * The activity ladder of research/health.md A.0: 0 seen, 1 reacted, 2 spoke, 3 replied to another person, 4 organised.
 * Every "active" figure names its level.
 */
export const activityLevels = [0, 1, 2, 3, 4] as const;
export type ActivityLevel = (typeof activityLevels)[number];

export const activityKinds = [
  'seen',
  'reaction',
  'post',
  'reply',
  'message',
  'attendance',
  'signature',
  'organised',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** The level that an activity of this kind stands for. A post or message directed at another person is a reply: level 3. */
export function levelOf(kind: ActivityKind, directed: boolean): ActivityLevel {
  switch (kind) {
    case 'seen':
      return 0;
    case 'reaction':
      return 1;
    case 'post':
    case 'message':
      return directed ? 3 : 2;
    case 'reply':
      return 3;
    case 'attendance':
    case 'signature':
      return 1;
    case 'organised':
      return 4;
  }
}

/** What may be true of an activity beside all else. The numbers are those of the store (migration 0080). */
export const activityFlags = {
  /** Asks for support. */
  request: 1,
  /** Its author wants no answer: venting, announcements. */
  noAnswerWanted: 2,
  /** Removed as spam before anybody saw it. */
  spam: 4,
  /** Its thread was closed or removed at this message. */
  closed: 8,
} as const;
