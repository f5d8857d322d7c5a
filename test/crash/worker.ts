/**
 * The data code as a process of its own, made to be killed: pulls, decides and pushes against the server it is given until
 * nothing is left to do. Run by outbox-crash.test.ts with plain Node.
 */
import { writeSync } from 'node:fs';
import { decideCase } from '../../electron/data/cases/decide-case.ts';
import { letTimePass } from '../../electron/data/cases/time-passed.ts';
import { createHttpClient } from '../../electron/data/platforms/http/http-client.ts';
import { createMastodonConnector } from '../../electron/data/platforms/mastodon/mastodon-connector.ts';
import { listAllWaitingDecisions } from '../../electron/data/store/actions/queries.ts';
import type { CaseRow } from '../../electron/data/store/cases/row.ts';
import { saveConnectedCommunity } from '../../electron/data/store/communities/commands.ts';
import { listCommunities } from '../../electron/data/store/communities/queries.ts';
import { findMember } from '../../electron/data/store/members/queries.ts';
import { openStore } from '../../electron/data/store/open.ts';
import { listCurrentPolicies } from '../../electron/data/store/policies/queries.ts';
import { createLane } from '../../electron/data/sync/lane.ts';
import { pushCommunity } from '../../electron/data/sync/outbox/push-community.ts';
import { pullCommunity } from '../../electron/data/sync/pull/pull-community.ts';
import type { SyncTools } from '../../electron/data/sync/tools.ts';
import type { PersonEffect } from '../../shared/domain/decision.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aDataContext } from '../builders/data-context.ts';

interface Order {
  readonly file: string;
  readonly key: string;
  readonly origin: string;
  readonly token: string;
  /** Dies by its own hand when it has passed so many points of a send; 0 never. */
  readonly dieAt: number;
  /** Decides at most so many cases. */
  readonly decide: number;
  readonly drain: boolean;
}

const requestTimeoutMs = 400;
const settlingMs = 600;

function say(word: string): void {
  writeSync(1, `${word}\n`);
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const store = openStore({ file: order.file, key: Buffer.from(order.key, 'hex') });
const http = createHttpClient({
  address: order.origin,
  accessToken: order.token,
  budget: null,
  timeoutMs: requestTimeoutMs,
});
const connector = createMastodonConnector(http, 'mastodon');
const context = aDataContext(store, { clock: { now: Date.now }, device: 'crash-device', connect: () => connector });

let passed = 0;
const tools: SyncTools = {
  context,
  random: () => 0,
  settlingMs,
  monotonic: () => performance.now(),
  reached() {
    passed += 1;
    if (passed === order.dieAt) process.kill(process.pid, 'SIGKILL');
  },
};

const lane = createLane();
const sendingSeen = new Map<number, number>();
const { signal } = new AbortController();

async function connect(): Promise<CommunityId> {
  const known = listCommunities(context.write)[0];
  if (known) return known.id;
  // Nothing is under test yet: a busy machine may take its time over the first questions.
  const patient = createHttpClient({ address: order.origin, accessToken: order.token, budget: null });
  const facts = await createMastodonConnector(patient, null).readFacts(signal);
  return saveConnectedCommunity(context.write, {
    name: facts.name,
    platform: 'practice',
    baseUrl: order.origin,
    accountRemoteId: facts.accountRemoteId,
    accountHandle: facts.accountHandle,
    capabilities: facts.capabilities,
    timeZone: 'UTC',
    credentials: {
      kind: 'token',
      accessToken: order.token,
      clientId: null,
      clientSecret: null,
      scopes: '',
      obtainedAt: Date.now(),
    },
    at: Date.now(),
  });
}

/** The same case is decided in the same way whichever process gets to it. */
function effectFor(row: CaseRow): PersonEffect {
  const isRemote = findMember(context.write, row.author_member_id)?.server !== null;
  const effects: readonly PersonEffect[] = isRemote ? ['none', 'silence'] : ['none', 'warn', 'silence', 'suspend'];
  return effects[row.id % effects.length] ?? 'none';
}

function decideSome(communityId: CommunityId): void {
  const policy = listCurrentPolicies(context.write, communityId)[0];
  const sql = 'SELECT * FROM cases WHERE is_open = 1 AND claimed_by IS NOT ? ORDER BY id LIMIT ?';
  for (const row of context.write.prepare(sql).all('remote', order.decide) as CaseRow[]) {
    const { decisionId } = decideCase(context, {
      caseId: row.id,
      caseVersion: row.version,
      finding: 'upheld',
      policyId: policy?.id ?? null,
      severity: 'medium',
      personEffect: effectFor(row),
      reasonInternal: 'decided before the crash',
      reasonPerson: '',
      notifyPerson: false,
      removePosts: false,
    });
    say(`decided ${decisionId}`);
  }
}

async function work(): Promise<void> {
  const communityId = await connect();
  const request = { communityId, connector, lane, signal, sendingSeen, progress: () => undefined };
  say('ready');
  letTimePass(context);
  await pullCommunity(tools, request);
  decideSome(communityId);
  for (let pass = 0; pass < 200; pass += 1) {
    await pushCommunity(tools, request);
    const waiting = listAllWaitingDecisions(context.write).filter((one) => one.failed === 0);
    if (waiting.length === 0) break;
    const due = Math.min(...waiting.map((one) => Math.max(one.next_attempt_at ?? 0, one.not_before)));
    // The product's scheduler would sleep here just as long.
    await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, Math.max(10, due - Date.now()))));
    if (!order.drain && pass > 3) break;
  }
  if (order.drain) await pullCommunity(tools, request);
}

await work();
say(listAllWaitingDecisions(context.write).length === 0 ? 'drained' : 'waiting');
store.close();
