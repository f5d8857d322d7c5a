import { mastodonStandIn } from './mastodon-stand-in.ts';
import type { StandIn } from './stand-in.ts';

/** Every platform's stand-in, by the name suites use. Started; whoever makes one stops it. */
export const standIns: Readonly<Record<string, () => Promise<StandIn>>> = {
  mastodon: () => mastodonStandIn('mastodon'),
  gotosocial: () => mastodonStandIn('gotosocial'),
};
