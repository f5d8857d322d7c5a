import type { Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { missing } from '../missing.ts';
import type { RawMissing } from '../raw-result.ts';
import { knowsReplies } from './reply-finder.ts';
import { requestWaits } from './requests.ts';

/**
 * What is still needed before anything can be said of how requests are answered. Without links every request would count as
 * unanswered, though nobody knows.
 */
export function* lackOfRequests(facts: HealthFacts): Steps<RawMissing | undefined> {
  if (facts.messages.count === 0) return missing('messages');
  if ((yield* requestWaits(facts)).count === 0) return missing('requests');
  return knowsReplies(facts.messages) ? undefined : missing('reply-links');
}
