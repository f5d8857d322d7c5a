import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import type { CarriedOut } from '../stand-in.ts';
import { masterWithoutName, missingPage } from './answers.ts';
import { answerFlags } from './flag-routes.ts';
import type { NodebbWorld, User } from './nodebb-world.ts';
import { answerAnalytics, answerLists, answerPosts, answerUsers } from './other-routes.ts';
import { Rendering } from './render.ts';

/** Answers a request as NodeBB would, and notes in `carried` what it did. */
export function answerNodebb(
  world: NodebbWorld,
  carried: CarriedOut[],
  call: IncomingCall,
  base: { readonly folder: string },
): Answer {
  const token = /^Bearer (.+)$/.exec(call.headers.authorization ?? '')?.[1];
  const uid = token === undefined ? undefined : world.tokens.get(token);
  // Number 0 is the master token.
  if (uid === 0) return masterWithoutName(call.path);
  const user = (uid === undefined ? undefined : world.users.get(uid)) ?? null;
  if (user) world.count('logins', world.clock);
  const note = (kind: CarriedOut['kind'], target: number): void => void carried.push({ kind, target: String(target) });
  return (
    answerAbout(world, call, user, base) ??
    answerFlags(world, call, user, note) ??
    answerUsers(world, call, user, note) ??
    answerPosts(world, call, user, note) ??
    answerLists(world, call, user) ??
    answerAnalytics(world, call, user) ??
    missingPage(call.path, user === null)
  );
}

function answerAbout(
  world: NodebbWorld,
  { path, headers }: IncomingCall,
  user: User | null,
  { folder }: { readonly folder: string },
): Answer | null {
  switch (path) {
    case '/.well-known/nodeinfo': {
      const href = `http://${headers.host ?? ''}${folder}/nodeinfo/2.0`;
      return { status: 200, json: { links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.0', href }] } };
    }
    case '/nodeinfo/2.0':
      return {
        status: 200,
        json: {
          version: '2.0',
          software: { name: 'NodeBB', version: world.version === '4.11' ? '4.11.2' : '4.15.1' },
          usage: {
            users: { total: String(world.users.size) },
            // Counts come as text or number, as they lie in the database.
            localPosts: String(world.topics.size),
            localComments: world.posts.size - world.topics.size,
          },
        },
      };
    case '/api/config':
      return {
        status: 200,
        json: { relative_path: folder, siteTitle: 'A forum', loggedIn: user !== null, csrf_token: 'x' },
      };
    case '/api/self': {
      if (user === null) return { status: 401, json: 'not-authorized' };
      const isAdmin = user.role === 'administrator';
      const isGlobalModerator = user.role === 'global-moderator';
      const may = { canBan: isGlobalModerator, canMute: false };
      const role = { isAdmin, isGlobalModerator, isModerator: isGlobalModerator || user.role === 'category-moderator' };
      return { status: 200, json: { ...new Rendering(world).user(user), ...role, ...may } };
    }
    default:
      return null;
  }
}
