import type { PlatformModule } from '../platform-module.ts';
import { startMiAuth } from './miauth.ts';
import { createMisskeyConnector } from './misskey-connector.ts';
import { readMisskeyRefusal } from './refusals.ts';

const minute = 60_000;

/** Misskey and Sharkey. */
export const misskey: PlatformModule = {
  create: (open, { software }) => createMisskeyConnector(open({ readRefusal: readMisskeyRefusal }), software),
  // There is no limit on the whole, only one per endpoint. Sharkey's tightest that is asked often is two a second.
  limits: { requests: 600, windowMs: 5 * minute, pages: 600, pageWindowMs: 5 * minute, keptForWrites: 30 },
  signIn: ['browser', 'token'],
  tokenNeedsName: false,
  startBrowserSignIn: startMiAuth,
};
