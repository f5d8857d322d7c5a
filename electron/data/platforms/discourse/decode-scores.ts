import type { Instant } from '../../../../shared/domain/ids.ts';
import type { ReportCategory } from '../../../../shared/domain/report.ts';
import { htmlToText } from '../decode/html-to-text.ts';
import type { RemoteValue } from '../decode/remote-value.ts';
import type { SideLoads } from './side-loads.ts';

/** One flag, by one person; Discourse calls it a score. */
export interface Flag {
  readonly at: Instant | null;
  readonly by: RemoteValue | null;
  readonly typeId: number | null;
  readonly text: string;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: RemoteValue | null;
}

/** All flags on a reviewable, oldest first. */
export function decodeFlags(reviewable: RemoteValue, sides: SideLoads, ownHost: string): Flag[] {
  return sides
    .findAll('reviewable_scores', reviewable.at('reviewable_score_ids'))
    .map((score) => decodeFlag(score, sides, ownHost))
    .sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
}

function decodeFlag(score: RemoteValue, sides: SideLoads, ownHost: string): Flag {
  const by = sides.find('users', score.at('user_id'));
  const type = sides.find('score_types', score.at('score_type_id'));
  const title = type?.at('title').textOr('') ?? '';
  const handle = by?.at('username').textOr('') ?? '';
  const said = [htmlToText(score.at('reason').textOr(''), ownHost), ...messages(score, sides, ownHost)];
  const head = [title, handle === '' ? '' : `(@${handle})`].filter((part) => part !== '').join(' ');
  const words = said.filter((line) => line !== '').join('\n');
  return {
    at: timeOrNull(score.at('created_at')),
    by,
    typeId: score.at('score_type_id').numberOr(null),
    text: [head, words].filter((part) => part !== '').join(': '),
    reviewedAt: timeOrNull(score.at('reviewed_at')),
    reviewedBy: sides.find('users', score.at('reviewed_by_id')),
  };
}

/** What the person wrote to the moderators along with the flag. */
function messages(score: RemoteValue, sides: SideLoads, ownHost: string): string[] {
  const conversation = sides.find('reviewable_conversations', score.at('reviewable_conversation_id'));
  if (!conversation) return [];
  return sides
    .findAll('conversation_posts', conversation.at('conversation_post_ids'))
    .map((post) => htmlToText(post.at('excerpt').textOr(''), ownHost));
}

/** Numbers of the flags that come with Discourse; a site's own begin at 1000 and mean what the site says. */
const categoryOfType: ReadonlyMap<number, ReportCategory> = new Map([
  [4, 'violation'], // inappropriate
  [8, 'spam'],
  [10, 'legal'], // illegal
]);
const gravest: readonly ReportCategory[] = ['legal', 'violation', 'spam'];

/** The gravest of what was said. */
export function categoryOf(flags: readonly Flag[]): ReportCategory {
  const said = new Set(flags.map(({ typeId }) => (typeId === null ? undefined : categoryOfType.get(typeId))));
  return gravest.find((category) => said.has(category)) ?? 'other';
}

/** Who closed it last, and when, as its flags say. */
export function lastReview(flags: readonly Flag[]): Pick<Flag, 'reviewedAt' | 'reviewedBy'> | null {
  const reviewed = flags.filter(({ reviewedAt }) => reviewedAt !== null);
  return reviewed.sort((a, b) => (a.reviewedAt ?? 0) - (b.reviewedAt ?? 0)).at(-1) ?? null;
}

/** A time, or null where it is missing or odd: a flag without one still counts. */
export function timeOrNull(value: RemoteValue): Instant | null {
  try {
    return value.instantOrNull();
  } catch {
    return null;
  }
}
