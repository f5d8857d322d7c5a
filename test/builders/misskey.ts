import { onTestFinished } from 'vitest';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import type { PlatformConnector } from '../../electron/data/platforms/platform.ts';
import type { MisskeyServerOptions } from '../stand-ins/misskey/misskey-server.ts';
import { type MisskeyStandIn, misskeyStandIn } from '../stand-ins/misskey/misskey-stand-in.ts';

/** A running stand-in for Misskey or Sharkey; stopped when the test is over. */
export async function aMisskey(options: MisskeyServerOptions = {}): Promise<MisskeyStandIn> {
  const standIn = await misskeyStandIn(options);
  onTestFinished(() => standIn.server.stop());
  return standIn;
}

/** The product's connector to it, as its moderator or with another token. */
export function aMisskeyConnector(standIn: MisskeyStandIn, accessToken?: string): PlatformConnector {
  const { server, credentials } = standIn;
  return connectorFor(
    {
      platform: 'misskey',
      baseUrl: server.origin,
      accessToken: accessToken ?? credentials.accessToken,
      userName: null,
      software: server.software,
    },
    new RequestBudgets(),
  );
}
