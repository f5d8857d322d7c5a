import { describe, expect, it } from 'vitest';
import { listActionsOfDecision } from '../../../electron/data/store/actions/queries.ts';
import { aLemmy, aPostReport, type LemmyPlace } from '../../builders/lemmy.ts';
import { never } from '../../builders/practice.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';
import type { Person } from '../../stand-ins/lemmy/lemmy-world.ts';

/** A desk at which somebody of the place works, with everything read. */
async function aDeskOf(place: LemmyPlace, person: Person): Promise<SyncDesk> {
  const connector = place.as(person);
  const facts = await connector.readFacts(never);
  const desk = new SyncDesk({
    connector,
    platform: 'lemmy',
    capabilities: facts.capabilities,
    handle: facts.accountHandle,
    baseUrl: place.server.origin,
  });
  desk.clock.at = Date.now();
  expect(await desk.pull()).toBe('complete');
  return desk;
}

/** Sends what waits and answers how each action of the decision ended. */
async function send(desk: SyncDesk, decisionId: Parameters<typeof listActionsOfDecision>[1]): Promise<string[]> {
  desk.advance(60_000);
  await desk.push();
  return listActionsOfDecision(desk.context.write, decisionId).map(({ kind, state }) => `${kind} ${state}`);
}

describe.each(['v3', 'v4'] as const)('decisions about Lemmy, %s', (speaks) => {
  it('are carried out: the person first, then every report of the case', async () => {
    const place = await aLemmy(speaks);
    aPostReport(place);
    aPostReport(place);
    const desk = await aDeskOf(place, place.admin);
    const [row] = desk.openCases();
    const { decisionId } = desk.decide(row!, { personEffect: 'suspend' });
    expect(await send(desk, decisionId)).toEqual([
      'account.suspend applied',
      'report.resolve applied',
      'report.resolve applied',
    ]);
    expect(place.member.banned).toBe(true);
    expect(place.world.reports.every(({ resolved, resolverId }) => resolved && resolverId === place.admin.id)).toBe(
      true,
    );
    expect(place.world.log).toHaveLength(1);
  });

  it('keep a moderator’s ban within the community', async () => {
    const place = await aLemmy(speaks);
    aPostReport(place);
    const desk = await aDeskOf(place, place.moderator);
    const { decisionId } = desk.decide(desk.openCases()[0]!, { personEffect: 'silence' });
    expect(await send(desk, decisionId)).toEqual(['account.silence applied', 'report.resolve applied']);
    expect([place.workshop.banned.has(place.member.id), place.member.banned]).toEqual([true, false]);
  });

  it('never go over the head of a colleague who closed the report meanwhile', async () => {
    const place = await aLemmy(speaks);
    const report = aPostReport(place);
    const desk = await aDeskOf(place, place.admin);
    const { decisionId } = desk.decide(desk.openCases()[0]!, { personEffect: 'suspend' });
    place.world.resolve(report, place.moderator.id, true);
    expect(await send(desk, decisionId)).toContain('account.suspend conflict');
    expect([place.member.banned, report.resolverId]).toEqual([false, place.moderator.id]);
  });

  it('are found out about when the answer was lost, and not sent twice', async () => {
    const place = await aLemmy(speaks);
    aPostReport(place);
    const desk = await aDeskOf(place, place.admin);
    const { decisionId } = desk.decide(desk.openCases()[0]!, { personEffect: 'suspend' });
    place.server.faults.add({ kind: 'reset-after', match: 'ban', times: 1 });
    await send(desk, decisionId);
    expect(await send(desk, decisionId)).toEqual(['account.suspend applied', 'report.resolve applied']);
    expect(place.world.log).toHaveLength(1);
  });
});
