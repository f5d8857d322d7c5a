import { usualLimits } from '../http/request-budget.ts';
import type { PlatformModule } from '../platform-module.ts';
import { createMastodonConnector } from './mastodon-connector.ts';
import { withoutActivities } from './without-activities.ts';

/** Mastodon, its forks, and GoToSocial. */
export const mastodon: PlatformModule = {
  create: (open, { software }) => createMastodonConnector(open(), software),
  limits: usualLimits,
  signIn: ['browser', 'token'],
  tokenNeedsName: false,
};

/**
 * The practice community speaks Mastodon's interface. What its members do comes as a file, so that importing can be practised;
 * its few posts are there to be reported, and would make figures that mean nothing.
 */
export const practice: PlatformModule = {
  ...mastodon,
  create: (open, { software }) => withoutActivities(createMastodonConnector(open(), software)),
};
