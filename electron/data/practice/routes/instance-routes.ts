import { roleOf } from '../entities/entities.ts';
import { type Answer, ok } from '../http/answer.ts';
import { practiceRules } from '../world/rules.ts';
import { type Route, type RouteContext, refuse } from './route.ts';

/** What the server says it is. 4.5 is the last version in which the presence of `resolved` alone counts. */
const versions = { mastodon: '4.5.2', gotosocial: '0.20.0+git-57cb4fe' } as const;

export const instanceRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v2/instance', handle: instance },
  { method: 'GET', path: '/api/v1/instance', handle: oldInstance },
  { method: 'GET', path: '/api/v1/instance/rules', handle: () => ok(rules()) },
  { method: 'GET', path: '/.well-known/nodeinfo', handle: nodeInfoIndex },
  { method: 'GET', path: '/nodeinfo/2.0', handle: nodeInfo },
  {
    method: 'GET',
    path: '/api/v1/accounts/verify_credentials',
    scopes: ['profile', 'read:accounts'],
    handle: (context) => {
      if (context.me === null) return refuse(context, 401);
      return ok({
        ...context.entities.account(context.me),
        role: roleOf(context.me, context.world.state.flavour),
        source: { privacy: 'public', sensitive: false, language: context.me.language, note: '', fields: [] },
      });
    },
  },
];

function rules(): { id: string; text: string; hint: string }[] {
  return practiceRules.map(({ id, text, hint }) => ({ id, text, hint }));
}

function instance({ world, origin }: RouteContext): Answer {
  const { flavour } = world.state;
  return ok({
    domain: new URL(origin).host,
    title: 'Practice community',
    version: versions[flavour],
    source_url:
      flavour === 'mastodon'
        ? 'https://github.com/mastodon/mastodon'
        : 'https://github.com/superseriousbusiness/gotosocial',
    description: 'A made-up community for learning. Nobody in it is real.',
    usage: { users: { active_month: flavour === 'mastodon' ? world.state.accounts.length : 0 } },
    languages: ['en'],
    configuration: { statuses: { max_characters: 500, max_media_attachments: 4 } },
    registrations: { enabled: false, approval_required: false, message: null },
    ...(flavour === 'mastodon' && { api_versions: { mastodon: 7 } }),
    contact: { email: '', account: null },
    rules: rules(),
  });
}

function oldInstance({ world, origin }: RouteContext): Answer {
  return ok({
    uri: new URL(origin).host,
    title: 'Practice community',
    short_description: 'A made-up community for learning. Nobody in it is real.',
    description: '',
    email: '',
    version: versions[world.state.flavour],
    urls: {},
    stats: { user_count: world.state.accounts.length, status_count: world.state.posts.length, domain_count: 3 },
    languages: ['en'],
    registrations: false,
    rules: rules(),
  });
}

function nodeInfoIndex({ origin }: RouteContext): Answer {
  return ok({ links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href: `${origin}/nodeinfo/2.0` }] });
}

function nodeInfo({ world }: RouteContext): Answer {
  const { flavour } = world.state;
  return ok({
    version: '2.0',
    software: { name: flavour, version: versions[flavour] },
    protocols: ['activitypub'],
    services: { inbound: [], outbound: [] },
    openRegistrations: false,
    usage: { users: { total: world.state.accounts.length }, localPosts: world.state.posts.length },
    metadata: {},
  });
}
