import { type Answer, ok } from '../../../electron/data/practice/http/answer.ts';
import type { IncomingCall } from '../../../electron/data/practice/http/incoming.ts';
import { StandInServer } from '../stand-in-server.ts';
import { LemmyActs } from './lemmy-acts.ts';
import { errorAnswer, LemmyError } from './lemmy-errors.ts';
import { LemmySession } from './lemmy-session.ts';
import { LemmyWorld } from './lemmy-world.ts';
import { type Bucket, RateBuckets, usualBuckets } from './rate-buckets.ts';
import { V3Answers } from './v3-answers.ts';
import { V4Answers } from './v4-answers.ts';

export interface LemmyServerOptions {
  /** As the server names it; decides which interface it speaks. */
  readonly version?: string;
  readonly ignoresObjectFilter?: boolean;
  /** Null: no limit. */
  readonly message?: Bucket | null;
  readonly register?: Bucket | null;
}

const usualVersions = { v3: '0.19.20', v4: '1.0.0' } as const;

/** Paths below `/api/v3` that 1.0 still answers: enough for reading apps, nothing to moderate with. */
const stillInV3 = new Set(['GET /site', 'POST /user/login', 'POST /user/logout']);

/**
 * A Lemmy server after LemmyNet/lemmy 0.19.20 and 1.0.0-beta.1 (main of August 2026): what Hearth asks for, with ids per kind,
 * no question about one report, refusals that are nearly all 400, and limits per address.
 */
export class LemmyTestServer extends StandInServer {
  readonly world: LemmyWorld;
  readonly acts: LemmyActs;

  constructor(speaks: 'v3' | 'v4', options: LemmyServerOptions = {}) {
    const world = new LemmyWorld();
    const acts = new LemmyActs(world, speaks);
    const version = options.version ?? usualVersions[speaks];
    const v3 = new V3Answers(world, acts, { version, ignoresObjectFilter: options.ignoresObjectFilter ?? false });
    const v4 = new V4Answers(world, acts, version);
    const buckets = new RateBuckets({
      message: options.message ?? null,
      register: options.register === undefined ? usualBuckets.register : options.register,
    });
    const find = (call: IncomingCall): Answer | null => {
      const session = new LemmySession(world, call);
      if (call.path.startsWith('/api/v3/')) {
        const route = `${call.method} ${call.path.slice('/api/v3'.length)}`;
        return speaks === 'v3' || stillInV3.has(route) ? v3.answer(route, session) : null;
      }
      if (speaks === 'v4' && call.path.startsWith('/api/v4/'))
        return v4.answer(`${call.method} ${call.path.slice('/api/v4'.length)}`, session);
      return nodeInfo(call, version);
    };
    super((call) => {
      const isLogin = call.path.endsWith('/login') || call.path.startsWith('/api/v4/account/auth/');
      const refusal = call.path.startsWith('/api/')
        ? buckets.take(speaks, isLogin ? 'register' : 'message', this.clock())
        : null;
      if (refusal) return refusal;
      try {
        // A path that does not exist is answered with nothing at all.
        return find(call) ?? { status: 404, text: { type: 'text/plain', body: '' } };
      } catch (error) {
        if (error instanceof LemmyError) return errorAnswer(speaks, error);
        throw error;
      }
    });
    this.world = world;
    this.acts = acts;
  }
}

function nodeInfo(call: IncomingCall, version: string): Answer | null {
  if (call.path === '/.well-known/nodeinfo') {
    const href = `http://${call.headers.host ?? '127.0.0.1'}/nodeinfo/2.1`;
    return ok({ links: [{ rel: 'http://nodeinfo.diaspora.software/ns/schema/2.1', href }] });
  }
  if (call.path === '/nodeinfo/2.1') return ok({ version: '2.1', software: { name: 'lemmy', version } });
  return null;
}
