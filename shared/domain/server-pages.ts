import type { PlatformId } from './community.ts';

/** Whose pages words speak of: a platform, or a software of it whose pages are other ones. */
export type ServerPages = 'mastodon' | 'gotosocial' | 'discourse' | 'lemmy' | 'nodebb' | 'matrix' | 'misskey';

/** The pages of a server. The practice community is one of Mastodon's kind, Sharkey's pages are Misskey's. */
export function serverPagesOf(platform: Exclude<PlatformId, 'import'>, software: string): ServerPages {
  if (platform === 'practice') return 'mastodon';
  if (platform === 'mastodon') return software === 'gotosocial' ? 'gotosocial' : 'mastodon';
  return platform;
}
