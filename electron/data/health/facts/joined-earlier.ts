import type { DataBegin } from '../../../../shared/domain/community.ts';
import type { Instant } from '../../../../shared/domain/ids.ts';

/** People first met later than this after the first stored day count as new, whenever their account was made (B.1, rule 6). */
export const EARLIER_WITHIN_DAYS = 90;
const MS_PER_DAY = 86_400_000;

/** Who of those met in the first days of the data may have been there before. */
export interface EarlierRule {
  /** By the instant the account was made; null where nobody knows it. */
  readonly isEarlier: (joinedAt: Instant | null) => boolean;
  /** Nobody said whether the community is older than its data, and nothing shows it. */
  readonly isOpen: boolean;
}

/**
 * The rule of health.md B.1.6 for data that start at an instant. A join date tells of its own person. Who has none is taken
 * for new only where the community may be taken for no older than its data: where somebody said so, or where nobody said
 * anything and no account was made long before. "Long" is as many days as somebody may be met late: accounts are made
 * shortly before the first message wherever a community begins. Where somebody said that the data begin with the community,
 * everybody's first stored message is the first.
 */
export function earlierRule(begin: DataBegin, dataStart: Instant, joinDates: Iterable<Instant>): EarlierRule {
  if (begin === 'with-community') return { isEarlier: () => false, isOpen: false };
  const isOlder = begin === 'later' || isAnyBefore(joinDates, dataStart - EARLIER_WITHIN_DAYS * MS_PER_DAY);
  return {
    isEarlier: (joinedAt) => (joinedAt === null ? isOlder : joinedAt < dataStart),
    isOpen: !isOlder,
  };
}

function isAnyBefore(instants: Iterable<Instant>, end: Instant): boolean {
  for (const instant of instants) if (instant < end) return true;
  return false;
}
