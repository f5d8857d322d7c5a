import { onTestFinished } from 'vitest';
import { createHttpClient, type HttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { createMatrixConnector } from '../../electron/data/platforms/matrix/matrix-connector.ts';
import { readRefusal } from '../../electron/data/platforms/matrix/read-refusal.ts';
import type { PlatformConnector } from '../../electron/data/platforms/platform.ts';
import { type SynapseOptions, SynapseServer } from '../stand-ins/matrix/synapse-server.ts';
import type { SynapseEvent } from '../stand-ins/matrix/synapse-world.ts';
import { StandInServer } from '../stand-ins/stand-in-server.ts';
import { never, readAll } from './practice.ts';

/** A running Synapse stand-in with an admin (token "admin"), a member (token "alba") and a room; stopped after the test. */
export async function aSynapse(options: SynapseOptions = {}): Promise<SynapseServer> {
  const server = new SynapseServer(options);
  const { world } = server;
  world.tokens.set('admin', world.addUser('admin', { admin: true }).name);
  world.tokens.set('alba', world.addUser('alba').name);
  world.addRoom('Workshop');
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}

/** The client that the product makes, with the token of that name. */
export function aMatrixClient(server: SynapseServer, accessToken = 'admin'): HttpClient {
  return createHttpClient({ address: server.origin, accessToken, budget: null, readRefusal });
}

/** The connector to the stand-in. */
export function aMatrixConnector(server: SynapseServer, accessToken = 'admin'): PlatformConnector {
  return createMatrixConnector(aMatrixClient(server, accessToken));
}

/** A client to a server that has one answer for everything. */
export async function aClientAnswering(status: number, json: unknown): Promise<HttpClient> {
  const server = new StandInServer(() => ({ status, json }));
  await server.start();
  onTestFinished(() => server.stop());
  return createHttpClient({ address: server.origin, accessToken: 'token', budget: null, readRefusal });
}

const moment = 1_795_363_205_000;

/** A message by somebody new in the first room, reported by the member alba. Answers its report's id as Hearth names it. */
export function reportedMessage(server: SynapseServer, overrides: Partial<SynapseEvent> = {}, at = moment): string {
  const { world } = server;
  const sender = overrides.sender ?? world.addUser(`somebody${world.users.size}`).name;
  const room = [...world.rooms.values()][0]!;
  const report = world.reportEvent(world.say(room, sender, 'Buy now', overrides), '@alba:localhost', at, 'please look');
  return `event:${report.id}@${at}`;
}

/** Everything in the list of open reports. */
export const openReportsOf = (server: SynapseServer) =>
  readAll((cursor) => aMatrixConnector(server).listOpenReports(cursor, never)).then(({ items }) => items);
