import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb, WriteDb } from '../../store/db.ts';
import { keepHeldTerms, readHeldTerms } from '../../store/identity/held-terms.ts';
import { peopleByOrdinal } from '../../store/identity/links.ts';
import type { IdentityStore } from '../../store/identity/open-identity.ts';
import type { DecidedTerm } from '../disclosure/free-text-terms.ts';
import type { DisclosureRules } from '../disclosure/rules.ts';

/** What a question's terms are kept under: an export has a threshold of its own. */
function termsKey(questionKey: string, { place }: DisclosureRules): string {
  return JSON.stringify([place, questionKey]);
}

/** Somebody who is gone stays somebody else than anybody there is. */
const goneNumber = (ordinal: number) => -ordinal;

/** Which terms of a question have a row of their own, as it was decided before; none where nothing was. */
export function readTerms(
  identity: IdentityStore,
  main: ReadDb,
  communityId: CommunityId,
  questionKey: string,
  rules: DisclosureRules,
): readonly DecidedTerm[] {
  const kept = readHeldTerms(identity.db, communityId, termsKey(questionKey, rules));
  if (kept.length === 0) return [];
  const { memberOf } = peopleByOrdinal(main, communityId);
  return kept.map(({ ordinals, ...term }) => ({ ...term, people: peopleOf(ordinals, memberOf) }));
}

/** The second of two accounts that are one person now is gone. */
function peopleOf(ordinals: readonly number[], memberOf: ReadonlyMap<number, number>): number[] {
  const people = new Set<number>();
  for (const ordinal of ordinals) {
    const member = memberOf.get(ordinal);
    people.add(member === undefined || people.has(member) ? goneNumber(ordinal) : member);
  }
  return [...people];
}

/** Keeps which terms have a row of their own. Call it in a transaction of the identity file. */
export function keepTerms(
  db: WriteDb,
  communityId: CommunityId,
  questionKey: string,
  rules: DisclosureRules,
  { terms, ordinals }: { readonly terms: readonly DecidedTerm[]; readonly ordinals: ReadonlyMap<number, number> },
): void {
  const kept = terms.map(({ people, ...term }) => ({
    ...term,
    ordinals: people.flatMap((id) => (id < 0 ? -id : (ordinals.get(id) ?? []))),
  }));
  keepHeldTerms(db, communityId, termsKey(questionKey, rules), kept);
}
