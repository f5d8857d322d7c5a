import type { PlatformId } from '../../../shared/domain/community.ts';
import { createHttpClient } from './http/http-client.ts';
import type { RequestBudgets } from './http/request-budget.ts';
import { isLoopback } from './http/server-origin.ts';
import { createMastodonConnector } from './mastodon/mastodon-connector.ts';
import type { PlatformConnector } from './platform.ts';

export interface ConnectorTarget {
  readonly platform: Exclude<PlatformId, 'import'>;
  readonly baseUrl: string;
  readonly accessToken: string;
  /** What readFacts found earlier (capabilities.software), so that it need not be asked again. */
  readonly software: string | null;
}

/** The connector to one community. `budgets` is shared by the process, so that all connectors to one server share its limits. */
export function connectorFor(target: ConnectorTarget, budgets: RequestBudgets): PlatformConnector {
  // As on Mastodon itself, this computer has no limit.
  const budget = isLoopback(new URL(target.baseUrl)) ? null : budgets.of(new URL(target.baseUrl).origin);
  const http = createHttpClient({ origin: target.baseUrl, accessToken: target.accessToken, budget });
  return createMastodonConnector(http, target.software);
}
