import type { RemoteValue } from '../decode/remote-value.ts';
import type { SideLoads } from './side-loads.ts';

/** Something that the site offers to do with a reviewable, now, to this account. */
export interface Offer {
  /** The bundle it stands in. Where post and user are handled apart, one action of each is needed to close. */
  readonly bundle: string;
  /** What `perform` takes. */
  readonly action: string;
  /** It is only the second half of something the program has to do first, such as a suspension, or it wants more words. */
  readonly needsMore: boolean;
}

/** All offers on a reviewable. The list differs by type, state, version, setting and person; nothing in it is known before. */
export function offersOf(reviewable: RemoteValue, sides: SideLoads): Offer[] {
  return sides.findAll('bundled_actions', reviewable.at('bundled_action_ids')).flatMap((bundle) =>
    sides.findAll('actions', bundle.at('action_ids')).flatMap((action) => {
      const name = actionName(action);
      if (name === null) return [];
      const needsMore = !action.at('client_action').isMissing || action.at('require_reject_reason').flagOr(false);
      return [{ bundle: bundle.at('id').id(), action: name, needsMore }];
    }),
  );
}

function actionName(action: RemoteValue): string | null {
  const id = action.at('id').id().replace(/^\d+-/, '');
  const name = action.at('server_action').textOr(id);
  return /^[a-z_]+$/.test(name) ? name : null;
}

/** What an offer has to begin with to say no more than was found, the best first. Nothing here deletes or hides anything. */
const agreeing = ['agree_and_keep', 'reject_post', 'reject_and_keep'];
const letting = ['approve_post', 'approve_user'];
const disagreeing = ['disagree', ...letting];
const passing = ['ignore_and_do_nothing', 'ignore'];
const nothing = 'no_action';

/**
 * The actions that close a reviewable by what was found, in order; null where none fits. Upheld: the flags were right, or the
 * post that waits is turned down. Not upheld: they were not, or the post or account that waits is let through; where that is
 * not offered, they are passed over. Undecided: passed over.
 *
 * Where post and user are handled apart ("no action" is offered), nothing stands for agreeing without doing anything more, so
 * both are closed by "no action", whatever was found; a post that waits is let through when nothing was upheld.
 */
export function chooseActions(offers: readonly Offer[], upheld: boolean | null): string[] | null {
  const plain = offers.filter(({ needsMore }) => !needsMore);
  if (plain.some(({ action }) => action.startsWith(nothing))) return chooseApart(offers, plain, upheld);
  const chosen = firstOf(plain, wantedFor(upheld));
  return chosen === null ? null : [chosen];
}

function wantedFor(upheld: boolean | null): readonly string[] {
  if (upheld === null) return passing;
  return upheld ? agreeing : [...disagreeing, 'approve', ...passing];
}

function chooseApart(offers: readonly Offer[], plain: readonly Offer[], upheld: boolean | null): string[] | null {
  const chosen: string[] = [];
  for (const bundle of new Set(offers.map((offer) => offer.bundle))) {
    const here = plain.filter((offer) => offer.bundle === bundle);
    const action = firstOf(here, upheld === false ? [...letting, nothing] : [nothing]);
    if (action === null) return null;
    chosen.push(action);
  }
  return chosen;
}

/** Shorter ones go first: they say less beside what is wanted. `approve` stands for itself alone, since longer ones undo. */
function firstOf(offers: readonly Offer[], beginnings: readonly string[]): string | null {
  for (const beginning of beginnings) {
    const fitting = offers
      .map(({ action }) => action)
      .filter((action) => (beginning === 'approve' ? action === beginning : action.startsWith(beginning)))
      .sort((a, b) => a.length - b.length);
    if (fitting[0] !== undefined) return fitting[0];
  }
  return null;
}
