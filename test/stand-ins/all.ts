import { discourseStandIn } from './discourse/discourse-stand-in.ts';
import { lemmyStandIn } from './lemmy/lemmy-stand-in.ts';
import { mastodonStandIn } from './mastodon-stand-in.ts';
import { synapseStandIn } from './matrix/synapse-stand-in.ts';
import { misskeyStandIn } from './misskey/misskey-stand-in.ts';
import { nodebbStandIn } from './nodebb/nodebb-stand-in.ts';
import type { StandIn } from './stand-in.ts';

/** Every platform's stand-in, by the name suites use. Started; whoever makes one stops it. */
export const standIns: Readonly<Record<string, () => Promise<StandIn>>> = {
  discourse: () => discourseStandIn(),
  'discourse with post and user apart': () => discourseStandIn({ actions: 'apart', shape: 'claim' }),
  mastodon: () => mastodonStandIn('mastodon'),
  gotosocial: () => mastodonStandIn('gotosocial'),
  'synapse-1.160': () => synapseStandIn('1.160.0'),
  'synapse-1.140': () => synapseStandIn('1.140.0'),
  'lemmy-0.19': () => lemmyStandIn('v3'),
  'lemmy-1.0': () => lemmyStandIn('v4'),
  misskey: () => misskeyStandIn(),
  sharkey: () => misskeyStandIn({ software: 'sharkey' }),
  'nodebb-4.11': () => nodebbStandIn('4.11'),
  'nodebb-4.15': () => nodebbStandIn('4.15'),
};
