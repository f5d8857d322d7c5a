import type { BudgetLimits } from '../http/request-budget.ts';
import type { PlatformModule } from '../platform-module.ts';
import { createNodebbConnector } from './nodebb-connector.ts';
import { readRefusal } from './read-refusal.ts';

/** NodeBB limits nothing by itself; these keep a forum on a small machine from noticing that Hearth reads. */
const gentleLimits: BudgetLimits = {
  requests: 600,
  windowMs: 5 * 60_000,
  pages: 600,
  pageWindowMs: 5 * 60_000,
  keptForWrites: 60,
};

/**
 * NodeBB 4. Its tokens are made in the forum's admin pages. A token of a user says by itself who asks, so no name is needed. A
 * master token belongs to nobody and takes any user's number along with each request: what is done with it would stand under
 * whatever name was sent. Hearth sends none, so the forum turns it away, and `read-refusal.ts` tells why.
 */
export const nodebb: PlatformModule = {
  create: (open) => createNodebbConnector(open({ readRefusal })),
  limits: gentleLimits,
  signIn: ['token'],
  tokenNeedsName: false,
};
