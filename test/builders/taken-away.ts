import type { PracticeServer } from '../../electron/data/practice/practice-server.ts';
import type { DiscourseStandIn } from '../stand-ins/discourse/discourse-stand-in.ts';
import type { LemmyTestServer } from '../stand-ins/lemmy/lemmy-server.ts';
import type { SynapseServer } from '../stand-ins/matrix/synapse-server.ts';
import type { MisskeyStandIn } from '../stand-ins/misskey/misskey-stand-in.ts';
import type { NodebbStandIn } from '../stand-ins/nodebb/nodebb-stand-in.ts';
import type { StandIn } from '../stand-ins/stand-in.ts';

/** Takes an account away on a stand-in, or gives it back, as its moderators would. */
export function setTakenAway(standIn: StandIn, name: string, isAway: boolean): void {
  switch (standIn.platform) {
    case 'discourse': {
      const user = (standIn as DiscourseStandIn).world.users.find(({ username }) => username === name);
      user!.suspendedTill = isAway ? Date.UTC(2100, 0) : null;
      return;
    }
    case 'lemmy':
      (standIn.server as LemmyTestServer).world.people.find((person) => person.name === name)!.banned = isAway;
      return;
    case 'matrix': {
      const { world } = standIn.server as SynapseServer;
      world.users.get(`@${name}:${world.serverName}`)!.deactivated = isAway;
      return;
    }
    case 'misskey': {
      const { world } = (standIn as MisskeyStandIn).server;
      world.users.find(({ username }) => username === name)!.isSuspended = isAway;
      return;
    }
    case 'nodebb': {
      const { users } = (standIn as NodebbStandIn).world;
      [...users.values()].find(({ username }) => username === name)!.banned = isAway;
      return;
    }
    case 'mastodon': {
      const { accounts } = (standIn.server as PracticeServer).world.state;
      accounts.find(({ username }) => username === name)!.suspended = isAway;
      return;
    }
    default:
      throw new RangeError('takes nobody away');
  }
}
