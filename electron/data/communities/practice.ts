import { join } from 'node:path';
import type { Community } from '../../../shared/domain/community.ts';
import { HearthError, hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { PracticeFault, PracticeState } from '../../../shared/ipc/topics/communities.ts';
import type { FaultSpec } from '../practice/faults.ts';
import { isFilled } from '../practice/network/is-filled.ts';
import { PracticeServer } from '../practice/practice-server.ts';
import { practiceWords } from '../practice/practice-words.ts';
import type { DataContext } from '../service/context.ts';
import { moveCommunity } from '../store/communities/commands.ts';
import { listCommunities } from '../store/communities/queries.ts';
import { setSetting } from '../store/settings/settings.ts';
import { inTransaction } from '../store/transaction.ts';
import { addCommunity } from './add-community.ts';

/** The practice community of an open vault: a server on this computer, and the community connected to it. */
export interface Practice {
  readonly state: () => PracticeState;
  readonly start: () => Promise<PracticeState>;
  /** Starts again what was running when the vault was last open. */
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<PracticeState>;
  readonly setFault: (fault: PracticeFault) => PracticeState;
  /** Stops the server with the vault; it starts again with it. */
  readonly rest: () => Promise<void>;
}

/** Set while the server should run, so that it comes back with the vault. */
const wantedKey = 'internal.practiceRunning';
/** Mean time between two events of the growing world, in milliseconds. */
const meanWaitMs = 12 * 60_000;
const known = new WeakMap<DataContext, Practice>();

/** The practice community of an open vault. */
export function practiceOf(context: DataContext): Practice {
  const found = known.get(context);
  if (found) return found;
  const made = createPractice(context);
  known.set(context, made);
  return made;
}

function createPractice(context: DataContext): Practice {
  let server: PracticeServer | null = null;
  let fault: PracticeFault = 'none';

  const community = (): Community | undefined =>
    listCommunities(context.write).find(({ platform }) => platform === 'practice');

  function state(): PracticeState {
    const id = community()?.id ?? null;
    return {
      running: server !== null,
      address: server?.origin ?? null,
      fault,
      communityId: id,
      isFilled: id !== null && isFilled(context.write, id),
    };
  }
  function want(running: boolean): void {
    inTransaction(context.write, () => setSetting(context.write, wantedKey, running));
  }
  async function open(): Promise<PracticeServer> {
    if (server !== null) return server;
    const starting = new PracticeServer({
      stateFile: join(context.directory, 'practice.json'),
      meanWaitMs,
      clock: context.clock.now,
      words: practiceWords(context.setting<string>('language')),
    });
    try {
      await starting.start();
    } catch (error) {
      throw hearthErrorFrom(error, 'busy');
    }
    server = starting;
    // The port may be another one than last time.
    const before = community();
    if (before && before.baseUrl !== starting.origin) moveCommunity(context.write, before.id, starting.origin);
    return starting;
  }
  async function close(): Promise<void> {
    const closing = server;
    server = null;
    fault = 'none';
    await closing?.stop();
  }

  return {
    state,
    async start() {
      const running = await open();
      if (community()?.connection !== 'connected') {
        const credentials = {
          kind: 'pasted',
          baseUrl: running.origin,
          accessToken: running.issueToken(),
          clientId: null,
          clientSecret: null,
          scopes: '',
        } as const;
        await addCommunity(context, credentials, 'practice', new AbortController().signal);
      }
      want(true);
      context.changed(['communities']);
      return state();
    },
    async resume() {
      if (context.setting<boolean | null>(wantedKey) === true) await open();
    },
    async stop() {
      want(false);
      await close();
      context.changed(['communities']);
      return state();
    },
    setFault(wanted) {
      if (server === null) throw new HearthError('not-found');
      server.faults.clear();
      for (const spec of faultSpecs[wanted]) server.faults.add(spec);
      fault = wanted;
      return state();
    },
    rest: close,
  };
}

const faultSpecs: Readonly<Record<PracticeFault, readonly FaultSpec[]>> = {
  none: [],
  latency: [{ kind: 'latency', ms: 2_500 }],
  'rate-limit': [{ kind: 'rate-limited', style: 'mastodon' }],
  'server-error': [{ kind: 'server-error', status: 503 }],
  'reset-before': [{ kind: 'reset-before' }],
  'reset-after': [{ kind: 'reset-after' }],
  malformed: [{ kind: 'malformed-json' }],
  'expired-token': [{ kind: 'expired-token' }],
};
