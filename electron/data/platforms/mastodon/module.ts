import { usualLimits } from '../http/request-budget.ts';
import type { PlatformModule } from '../platform-module.ts';
import { createMastodonConnector } from './mastodon-connector.ts';

/** Mastodon, its forks, GoToSocial, and the practice community. */
export const mastodon: PlatformModule = {
  create: (open, { software }) => createMastodonConnector(open(), software),
  limits: usualLimits,
  signIn: ['browser', 'token'],
  tokenNeedsName: false,
};
