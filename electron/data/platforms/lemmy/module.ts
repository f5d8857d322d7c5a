import type { BudgetLimits } from '../http/request-budget.ts';
import type { PlatformModule } from '../platform-module.ts';
import { createLemmyConnector } from './lemmy-connector.ts';
import { readLemmyRefusal } from './read-refusal.ts';
import { signInWithPassword, signOut } from './sign-in.ts';

/** The bucket "message" of a server that nobody changed, shared by everybody behind one address. */
const limits: BudgetLimits = {
  requests: 180,
  windowMs: 60_000,
  pages: 180,
  pageWindowMs: 60_000,
  keptForWrites: 40,
};

/** Lemmy 0.19 and 1.0. */
export const lemmy: PlatformModule = {
  create: (open) => createLemmyConnector(open({ readRefusal: readLemmyRefusal })),
  limits,
  signIn: ['password', 'token'],
  tokenNeedsName: false,
  readRefusal: readLemmyRefusal,
  withPassword: signInWithPassword,
  endSession: signOut,
};
