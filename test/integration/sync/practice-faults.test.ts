import { describe, expect, it } from 'vitest';
import type { FaultSpec } from '../../../electron/data/practice/faults.ts';
import type { PracticeServer } from '../../../electron/data/practice/practice-server.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { findMember } from '../../../electron/data/store/members/queries.ts';
import { listCurrentPolicies } from '../../../electron/data/store/policies/queries.ts';
import { findLastRun } from '../../../electron/data/store/sync-state/queries.ts';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import { aConnector, aPracticeServer, never, practiceStart } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

const timeoutMs = 1_500;

async function aPracticeDesk(flavour: 'mastodon' | 'gotosocial' = 'mastodon') {
  const server = await aPracticeServer({ flavour });
  const connector = aConnector(server, { timeoutMs, maxBytes: 1_000_000 });
  const facts = await aConnector(server).readFacts(never);
  const desk = new SyncDesk({ connector, capabilities: facts.capabilities, handle: facts.accountHandle });
  desk.clock.at = practiceStart;
  return { server, desk };
}

/** Decides the first case about somebody of this server. */
function decideLocal(desk: SyncDesk, personEffect: 'none' | 'warn' | 'silence' | 'suspend') {
  const row = desk.openCases().find((one) => findMember(desk.context.write, one.author_member_id)?.server === null);
  const policyId = listCurrentPolicies(desk.context.write, desk.communityId)[0]?.id ?? null;
  return { row: row!, ...desk.decide(row!, { personEffect, policyId }) };
}

function statesOf(desk: SyncDesk, id: DecisionId): readonly string[] {
  return [...new Set(listActionsOfDecision(desk.context.write, id).map((one) => one.state))];
}

function openOnServer(server: PracticeServer): number {
  return server.world.state.reports.filter((report) => report.actionTakenAt === null).length;
}

function openHere(desk: SyncDesk): unknown {
  return desk.context.write.prepare("SELECT count(*) FROM reports WHERE remote_state = 'open'").pluck().get();
}

const readFaults: readonly FaultSpec[] = [
  { kind: 'hang' },
  { kind: 'rate-limited', style: 'mastodon' },
  { kind: 'rate-limited', style: 'gotosocial' },
  { kind: 'rate-limited', style: 'bare' },
  { kind: 'server-error', status: 502, html: true },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'malformed-json' },
  { kind: 'wrong-types' },
  { kind: 'not-json' },
  { kind: 'huge-body', bytes: 3_000_000 },
  { kind: 'truncated-body' },
  { kind: 'wrong-charset' },
  { kind: 'bad-gzip' },
  { kind: 'expired-token' },
  { kind: 'forbidden' },
];

describe('pulling over HTTP', () => {
  it.each(readFaults.map((fault) => [JSON.stringify(fault), fault] as const))(
    'ends clean at %s and is whole afterwards',
    async (_name, fault) => {
      const { server, desk } = await aPracticeDesk();
      server.faults.add({ ...fault, match: 'GET /api/v1/admin/reports', after: 1, times: 1 });
      const first = await desk.pull();
      expect(['complete', 'offline', 'failed']).toContain(first);
      const run = findLastRun(desk.context.write, desk.communityId);
      expect(first === 'complete' ? (run?.error_code ?? null) === null : run?.error_code !== null).toBe(true);
      expect(await desk.pull()).toBe('complete');
      expect(openHere(desk)).toBe(openOnServer(server));
    },
  );

  it('follows a world that goes on', async () => {
    const { server, desk } = await aPracticeDesk();
    for (let day = 0; day < 4; day += 1) {
      server.advance(24 * 60 * 60_000);
      expect(await desk.pull()).toBe('complete');
      expect(openHere(desk)).toBe(openOnServer(server));
    }
  });

  it('reads a server like GoToSocial as well', async () => {
    const { server, desk } = await aPracticeDesk('gotosocial');
    expect(await desk.pull()).toBe('complete');
    expect(openHere(desk)).toBe(openOnServer(server));
  });
});

const callFaults: readonly FaultSpec[] = [
  { kind: 'hang' },
  { kind: 'rate-limited', style: 'mastodon' },
  { kind: 'server-error' },
  { kind: 'server-error', afterHandling: true },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'malformed-json' },
  { kind: 'not-json' },
  { kind: 'truncated-body' },
  { kind: 'bad-gzip' },
  { kind: 'expired-token' },
];

describe('sending over HTTP', () => {
  it.each(
    callFaults.flatMap((fault) =>
      (['none', 'warn', 'silence'] as const).map((effect) => [JSON.stringify(fault), effect, fault] as const),
    ),
  )('carries a decision out once in spite of %s (%s)', async (_name, effect, fault) => {
    const { server, desk } = await aPracticeDesk();
    await desk.pull();
    const { decisionId, row } = decideLocal(desk, effect);
    server.faults.add({ ...fault, match: effect === 'none' ? '/resolve' : '/action', times: 1 });
    for (let pass = 0; pass < 6; pass += 1) {
      await desk.push();
      desk.advance(30 * 60_000);
    }
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    expect(server.books.repeatedKeys()).toEqual([]);
    const member = findMember(desk.context.write, row.author_member_id);
    const strikes = server.world.state.strikes.filter(
      (one) => one.accountId === member?.remote_id && one.idempotencyKey,
    );
    expect(strikes).toHaveLength(effect === 'none' ? 0 : 1);
  });

  it('shows a refusal and sends nothing after it', async () => {
    const { server, desk } = await aPracticeDesk();
    await desk.pull();
    const { decisionId } = decideLocal(desk, 'silence');
    server.faults.add({ kind: 'forbidden', match: '/action' });
    await desk.push();
    await desk.push();
    const states = listActionsOfDecision(desk.context.write, decisionId).map((one) => one.state);
    expect(states[0]).toBe('failed');
    expect(states.slice(1).every((state) => state === 'confirmed')).toBe(true);
    expect(server.books.actions.filter((one) => one.idempotencyKey !== null)).toEqual([]);
  });

  it('suspends on a server like GoToSocial and closes the reports itself', async () => {
    const { server, desk } = await aPracticeDesk('gotosocial');
    await desk.pull();
    const { decisionId } = decideLocal(desk, 'suspend');
    for (let pass = 0; pass < 4; pass += 1) {
      await desk.push();
      desk.advance(30 * 60_000);
    }
    expect(statesOf(desk, decisionId)).toEqual(['applied']);
    expect(server.books.repeatedKeys()).toEqual([]);
  });
});
