import type { Answer } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { StandInServer } from '../stand-in-server.ts';
import type { DiscourseWorld } from './discourse-world.ts';
import type { User } from './entities.ts';
import { postRoutes } from './post-routes.ts';
import { noAccess, notFound, notLoggedIn } from './refusals.ts';
import { RequestLimits } from './request-limits.ts';
import { reviewRoutes } from './review-routes.ts';
import type { Route } from './route.ts';
import { siteRoutes } from './site-routes.ts';
import { userRoutes } from './user-routes.ts';

const routes: readonly Route[] = [...siteRoutes, ...reviewRoutes, ...userRoutes, ...postRoutes];

/** A key that an administrator made: for one user, or for whichever is named; for everything, or for reading only. */
export interface ApiKey {
  readonly user: User | null;
  readonly scope: 'global' | 'read';
}

/** A Discourse site on this computer. */
export class DiscourseServer extends StandInServer {
  readonly world: DiscourseWorld;
  readonly keys = new Map<string, ApiKey>();
  readonly limits = new RequestLimits();

  constructor(world: DiscourseWorld, seed = 7) {
    super((call) => this.#answer(call), seed);
    this.world = world;
  }

  #answer(call: IncomingCall): Answer {
    const isAdminPath = call.path.startsWith('/admin/');
    const door = this.#enter(call);
    // Whoever is not let in hears of /admin that there is nothing.
    if (door === 'refused') return isAdminPath ? notFound() : noAccess();
    if (door !== null) {
      const { requestsPerMinute: perMinute, countsAddresses } = this.world.settings;
      const tooMany = this.limits.take(this.clock(), { perMinute, countsAddresses });
      if (tooMany) return tooMany;
    }
    const found = routes.find(({ method, path }) => method === call.method && path.test(call.path));
    if (!found) return notFound();
    if (!mayEnter(found, door)) {
      if (isAdminPath) return notFound();
      return door ? noAccess() : notLoggedIn();
    }
    const params = (found.path.exec(call.path) ?? []).slice(1);
    return found.handle({ world: this.world, call, origin: this.base, me: door, params });
  }

  /** Who asks: null for a stranger. A key that is unknown, of somebody else or not meant for this is refused at the door. */
  #enter({ headers, method }: IncomingCall): User | null | 'refused' {
    const key = headers['api-key'];
    if (typeof key !== 'string') return null;
    const known = this.keys.get(key);
    if (!known || (known.scope === 'read' && method !== 'GET')) return 'refused';
    const name = headers['api-username'];
    const named = typeof name === 'string' ? this.world.userNamed(name) : null;
    if (known.user) return named === null && name === undefined ? known.user : sameOrRefused(named, known.user);
    return named && named.suspendedTill === null ? named : 'refused';
  }
}

function sameOrRefused(named: User | null, of: User): User | 'refused' {
  return named?.id === of.id ? named : 'refused';
}

function mayEnter(route: Route, me: User | null): boolean {
  if (route.for === 'everybody') return true;
  return me !== null && (route.for === 'members' || me.admin || me.moderator);
}
