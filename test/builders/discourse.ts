import { onTestFinished } from 'vitest';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { createDiscourseConnector } from '../../electron/data/platforms/discourse/discourse-connector.ts';
import { readDiscourseRefusal } from '../../electron/data/platforms/discourse/read-refusal.ts';
import { createHttpClient, type HttpClient, type HttpRequest } from '../../electron/data/platforms/http/http-client.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import type { ActionCall, PlatformConnector } from '../../electron/data/platforms/platform.ts';
import { type DiscourseStandIn, discourseStandIn } from '../stand-ins/discourse/discourse-stand-in.ts';
import type { Reviewable, Settings } from '../stand-ins/discourse/entities.ts';
import { anActionCall } from './action-call.ts';

export interface DiscourseBench {
  readonly site: DiscourseStandIn;
  readonly connector: PlatformConnector;
}

/** A running Discourse stand-in and the product's connector to it, as a moderator; stopped when the test is over. */
export async function aDiscourse(settings: Partial<Settings> = {}): Promise<DiscourseBench> {
  const site = await discourseStandIn(settings);
  onTestFinished(() => site.server.stop());
  return { site, connector: connectAs(site, site.credentials) };
}

/** The product's connector with that key and name. */
export function connectAs(
  site: DiscourseStandIn,
  credentials: { accessToken: string; userName: string | null },
): PlatformConnector {
  const target = { platform: 'discourse', baseUrl: site.server.origin, ...credentials, software: null } as const;
  return connectorFor(target, new RequestBudgets());
}

/** A connector before whose request of that kind something happens on the site. */
export function connectorWithRace(
  site: DiscourseStandIn,
  isIt: (request: HttpRequest) => boolean,
  happens: () => void,
): PlatformConnector {
  const { accessToken, userName } = site.credentials;
  const http = createHttpClient({
    address: site.server.origin,
    accessToken,
    budget: null,
    authorize: (key) => ({ 'api-key': key, 'api-username': userName ?? '' }),
    readRefusal: readDiscourseRefusal,
  });
  let left = 1;
  const racing: HttpClient = {
    ...http,
    send(request) {
      if (left > 0 && isIt(request)) {
        left -= 1;
        happens();
      }
      return http.send(request);
    },
  };
  return createDiscourseConnector(racing);
}

/** A call to carry out on a reviewable or its author, based on nothing that was read before. */
export function aDiscourseCall(reviewable: Reviewable, overrides: Partial<ActionCall> = {}): ActionCall {
  const kind = overrides.kind ?? 'report.resolve';
  return anActionCall({
    kind,
    targetRemoteId: String(kind.startsWith('report.') ? reviewable.id : reviewable.targetCreatedById),
    reportRemoteId: String(reviewable.id),
    ...overrides,
  });
}
