import { onTestFinished } from 'vitest';
import { createHttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { createNodebbConnector } from '../../electron/data/platforms/nodebb/nodebb-connector.ts';
import { readRefusal } from '../../electron/data/platforms/nodebb/read-refusal.ts';
import type { ActionCall, PlatformConnector } from '../../electron/data/platforms/platform.ts';
import type { ActionKind } from '../../shared/domain/action.ts';
import { type NodebbStandIn, nodebbStandIn } from '../stand-ins/nodebb/nodebb-stand-in.ts';
import type { NodebbVersion, User } from '../stand-ins/nodebb/nodebb-world.ts';
import { anActionCall } from './action-call.ts';

/** A running NodeBB stand-in; stopped when the test is over. */
export async function aForum(version: NodebbVersion): Promise<NodebbStandIn> {
  const forum = await nodebbStandIn(version);
  onTestFinished(() => forum.server.stop());
  return forum;
}

/** The connector to a NodeBB server, as the app makes it. */
export function aNodebbConnector(origin: string, accessToken: string): PlatformConnector {
  return createNodebbConnector(createHttpClient({ address: origin, accessToken, budget: null, readRefusal }));
}

/** The connector as our own account there, or as somebody else. */
export function connectTo(forum: NodebbStandIn, user: User = forum.us): PlatformConnector {
  const token = user === forum.us ? forum.credentials.accessToken : forum.tokenOf(user);
  return aNodebbConnector(forum.server.origin, token);
}

/** A call on a flag, or on the account or post with that id. */
export function aNodebbCall(kind: ActionKind, targetRemoteId: string, overrides: Partial<ActionCall> = {}): ActionCall {
  return anActionCall({
    kind,
    targetRemoteId,
    reportRemoteId: kind.startsWith('report.') ? targetRemoteId : null,
    ...overrides,
  });
}
