import type { PlatformModule } from '../platform-module.ts';
import { endSession } from './end-session.ts';
import { createMatrixConnector } from './matrix-connector.ts';
import { readRefusal } from './read-refusal.ts';
import { withPassword } from './with-password.ts';

/** Matrix through Synapse's admin interface, which has no limit of its own: ours keeps a long list from being a burden. */
export const matrix: PlatformModule = {
  create: (open) => createMatrixConnector(open({ readRefusal })),
  limits: { requests: 6000, windowMs: 60_000, pages: 1200, pageWindowMs: 60_000, keptForWrites: 60 },
  signIn: ['password', 'token'],
  tokenNeedsName: false,
  readRefusal,
  withPassword,
  endSession,
};
