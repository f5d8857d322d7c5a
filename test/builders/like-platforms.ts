import type { Capabilities } from '../../shared/domain/community.ts';

export const mastodonLike: Capabilities = {
  software: 'mastodon',
  version: '4.4.0',
  reports: true,
  assign: true,
  resolve: true,
  reopen: true,
  resolveWithComment: false,
  personEffects: ['none', 'warn', 'sensitive', 'disable', 'silence', 'suspend'],
  undoEffects: ['sensitive', 'disable', 'silence', 'suspend'],
  accountActionResolvesReports: true,
  irreversible: [],
  measures: false,
  dimensions: false,
  retention: false,
  rules: true,
};

export const goToSocialLike: Capabilities = {
  ...mastodonLike,
  software: 'gotosocial',
  assign: false,
  reopen: false,
  personEffects: ['none', 'suspend'],
  undoEffects: [],
  accountActionResolvesReports: false,
  irreversible: ['suspend'],
};

/** Takes notes of moderators and shows them. */
export const takingNotes: Capabilities = { ...mastodonLike, notes: true };

/** Takes posts down for good, or puts them back. */
export const removingForGood: Capabilities = { ...mastodonLike, removePost: true, restorePost: false };
export const removingAndRestoring: Capabilities = { ...mastodonLike, removePost: true, restorePost: true };
