import { onTestFinished } from 'vitest';
import { connectorFor } from '../../electron/data/platforms/connector-for.ts';
import { RequestBudgets } from '../../electron/data/platforms/http/request-budget.ts';
import type { ActionCall, PlatformConnector } from '../../electron/data/platforms/platform.ts';
import { type LemmyServerOptions, LemmyTestServer } from '../stand-ins/lemmy/lemmy-server.ts';
import { remoteIdOf } from '../stand-ins/lemmy/lemmy-stand-in.ts';
import type { Community, LemmyWorld, Person, Report } from '../stand-ins/lemmy/lemmy-world.ts';
import { anActionCall } from './action-call.ts';

/** A running Lemmy with an administrator, a moderator of one of its two communities, and a member. */
export interface LemmyPlace {
  readonly server: LemmyTestServer;
  readonly world: LemmyWorld;
  readonly admin: Person;
  readonly moderator: Person;
  readonly member: Person;
  readonly workshop: Community;
  readonly elsewhere: Community;
  readonly as: (person: Person) => PlatformConnector;
  readonly idOf: (report: Report) => string;
}

/** Starts one; stopped when the test is over. */
export async function aLemmy(speaks: 'v3' | 'v4', options: LemmyServerOptions = {}): Promise<LemmyPlace> {
  const server = new LemmyTestServer(speaks, options);
  await server.start();
  onTestFinished(() => server.stop());
  const { world } = server;
  const admin = world.addPerson('morgan', { admin: true });
  const moderator = world.addPerson('ines');
  const member = world.addPerson('bruno');
  const workshop = world.addCommunity('workshop', [moderator.id]);
  const elsewhere = world.addCommunity('elsewhere');
  const as = (person: Person): PlatformConnector => {
    const credentials = { accessToken: world.issueToken(person.id), userName: null };
    const target = { platform: 'lemmy', baseUrl: server.origin, ...credentials, software: null } as const;
    return connectorFor(target, new RequestBudgets());
  };
  const idOf = (report: Report): string => remoteIdOf(world, report);
  return { server, world, admin, moderator, member, workshop, elsewhere, as, idOf };
}

/** A report on a new post of the member's in the workshop. */
export function aPostReport({ world, workshop, member, moderator }: LemmyPlace): Report {
  return world.addReport('post', world.addPost(workshop.id, member.id).id, moderator.id);
}

/** A call on a report, or on the person it is about. */
export function aLemmyCall(place: LemmyPlace, report: Report, given: Partial<ActionCall> = {}): ActionCall {
  const kind = given.kind ?? 'report.resolve';
  return anActionCall({
    kind,
    targetRemoteId: kind.startsWith('report.') ? place.idOf(report) : String(place.member.id),
    reportRemoteId: place.idOf(report),
    ...given,
  });
}
