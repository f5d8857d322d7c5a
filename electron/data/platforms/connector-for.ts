import { createHttpClient } from './http/http-client.ts';
import type { RequestBudgets } from './http/request-budget.ts';
import { isLoopback } from './http/server-address.ts';
import { moduleOf } from './modules.ts';
import type { PlatformConnector } from './platform.ts';
import type { ConnectorTarget, OpenHttp } from './platform-module.ts';

/** The connector to one community. `budgets` is shared by the process, so that all connectors to one server share its limits. */
export function connectorFor(target: ConnectorTarget, budgets: RequestBudgets): PlatformConnector {
  const module = moduleOf(target.platform);
  const url = new URL(target.baseUrl);
  // As on Mastodon itself, this computer has no limit.
  const budget = isLoopback(url) ? null : budgets.of(target.baseUrl, module.limits);
  const open: OpenHttp = (how) =>
    createHttpClient({ address: target.baseUrl, accessToken: target.accessToken, budget, ...how });
  return module.create(open, target);
}
