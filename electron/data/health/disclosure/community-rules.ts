import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { DisclosurePlace } from '../../../../shared/domain/published.ts';
import type { ReadDb } from '../../store/db.ts';
import { readIdentityThreshold } from '../../store/identity/settings.ts';
import { type DisclosureRules, identityRulesFor } from './rules.ts';

/** The identity rules of a place in a community: its own threshold where it raised that above what the place asks for. */
export function identityRulesOf(db: ReadDb, communityId: CommunityId, place: DisclosurePlace): DisclosureRules {
  const least = identityRulesFor(place);
  const chosen = readIdentityThreshold(db, communityId) ?? least.threshold;
  return identityRulesFor(place, Math.max(least.threshold, chosen));
}
