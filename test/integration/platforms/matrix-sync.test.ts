import { describe, expect, it, onTestFinished } from 'vitest';
import { undoDecision } from '../../../electron/data/cases/undo-decision.ts';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { aMatrixConnector } from '../../builders/matrix.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import { synapseStandIn } from '../../stand-ins/matrix/synapse-stand-in.ts';

const minute = 60_000;

/** A desk on a Synapse stand-in with so many reports, each about somebody else, all read. */
async function aMatrixDesk(reports: number, version = '1.160.0') {
  const standIn = await synapseStandIn(version);
  onTestFinished(() => standIn.server.stop());
  const ids = Array.from({ length: reports }, () => standIn.addReport());
  const connector = aMatrixConnector(standIn.server, standIn.credentials.accessToken);
  const { capabilities, accountHandle } = await connector.readFacts(never);
  const desk = new SyncDesk({
    connector,
    capabilities,
    handle: accountHandle,
    platform: 'matrix',
    baseUrl: standIn.server.origin,
  });
  desk.clock.at = Date.now();
  await desk.pull();
  const states = () =>
    desk.context.write.prepare('SELECT state, remote_state FROM reports ORDER BY id').all() as readonly object[];
  return { standIn, desk, ids, states, world: standIn.server.world };
}

describe('cases where the server knows no states', () => {
  it('stay closed although their reports stay open there', async () => {
    const { desk, states, standIn } = await aMatrixDesk(2);
    const decided = desk.openCases();
    for (const row of decided) {
      const { undoUntil } = desk.decide(row, { finding: 'not-upheld' });
      expect(undoUntil).toBeNull();
    }
    for (let pass = 0; pass < 3; pass += 1) {
      desk.advance(minute);
      await desk.push();
      await desk.pull();
    }
    expect(desk.openCases()).toEqual([]);
    expect(states()).toEqual([1, 2].map(() => ({ state: 'answered', remote_state: 'open' })));
    expect(standIn.server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('stay closed when what was decided changes the account, and when a colleague changes it later', async () => {
    const { desk, world } = await aMatrixDesk(1);
    const [row] = desk.openCases();
    const { decisionId } = desk.decide(row!, { personEffect: 'suspend' });
    desk.advance(minute);
    await desk.push();
    expect(listActionsOfDecision(desk.context.write, decisionId)).toMatchObject([
      { kind: 'account.suspend', state: 'applied' },
    ]);
    await desk.pull();
    const user = [...world.users.values()].find(({ suspended }) => suspended)!;
    user.displayname = 'Somebody else';
    user.locked = true;
    desk.advance(minute);
    await desk.pull();
    expect(desk.openCases()).toEqual([]);
    expect(desk.case(row!.id).state).toBe('decided');
  });

  it('show that a message was taken down, and keep what it said', async () => {
    const { desk, world } = await aMatrixDesk(1);
    const kept = () =>
      desk.context.write
        .prepare(
          `SELECT presence, group_concat(text, ' / ') AS texts FROM subjects
             JOIN snapshots ON snapshots.subject_id = subjects.id WHERE kind = 'post' GROUP BY subjects.id`,
        )
        .all();
    const event = world.events[0]!;
    expect(kept()).toEqual([{ presence: 'live', texts: 'Buy followers now' }]);
    event.redacted = true;
    // Reported once more after that: it was never seen there while it was up.
    const before = world.say([...world.rooms.values()][0]!, event.sender, 'Gone before anybody looked');
    before.redacted = true;
    world.reportEvent(before, '@alba:localhost', 1_795_363_999_000, null);
    for (let pulls = 0; pulls < 2; pulls += 1) {
      await desk.pull();
      expect(kept()).toEqual([
        { presence: 'deleted', texts: 'Buy followers now' },
        { presence: 'deleted', texts: 'Gone before anybody looked' },
      ]);
      world.throwAwayRedacted();
    }
  });

  it('stay closed when somebody deletes the report afterwards', async () => {
    const { desk, standIn, ids, states } = await aMatrixDesk(1);
    const [row] = desk.openCases();
    desk.decide(row!);
    standIn.closeByColleague(ids[0]!);
    await desk.pull();
    expect(desk.case(row!.id).state).toBe('decided');
    expect(states()).toEqual([{ state: 'answered', remote_state: 'gone' }]);
  });

  it('are new work when the same person is reported again, also by the same person', async () => {
    const { desk, standIn, ids } = await aMatrixDesk(1);
    const [row] = desk.openCases();
    desk.decide(row!);
    standIn.reportAgain(ids[0]!);
    await desk.pull();
    const [again] = desk.openCases();
    expect(desk.openCases()).toHaveLength(1);
    expect(again).toMatchObject({ author_member_id: row!.author_member_id, report_count: 1 });
    expect(again!.id).not.toBe(row!.id);
  });

  it('are void when the report vanishes undecided: gone is not resolved', async () => {
    const { desk, standIn, ids, states } = await aMatrixDesk(2);
    const rows = desk.openCases();
    for (const id of ids) standIn.vanish(id);
    await desk.pull();
    expect(rows.map(({ id }) => desk.case(id).state)).toEqual(['void', 'void']);
    expect(states()).toEqual([1, 2].map(() => ({ state: 'linked', remote_state: 'gone' })));
  });

  it('come back with their reports when the decision is taken back, and only then', async () => {
    const { desk, states } = await aMatrixDesk(1);
    const [row] = desk.openCases();
    const { decisionId } = desk.decide(row!);
    await desk.pull();
    undoDecision(desk.context, decisionId);
    await desk.pull();
    expect(desk.openCases()).toMatchObject([{ id: row!.id, state: 'claimed', report_count: 1 }]);
    expect(states()).toEqual([{ state: 'linked', remote_state: 'open' }]);
  });

  it('do not lose a new report that got the number of an answered one', async () => {
    const { desk, standIn, ids, world } = await aMatrixDesk(1, '1.140.0');
    const [row] = desk.openCases();
    desk.decide(row!);
    standIn.closeByColleague(ids[0]!);
    world.restart();
    const other = standIn.addReport();
    await desk.pull();
    expect(other.split('@')[0]).toBe(ids[0]!.split('@')[0]);
    expect(desk.openCases()).toHaveLength(1);
    expect(desk.case(row!.id).state).toBe('decided');
  });
});
