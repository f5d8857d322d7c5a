import { describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../electron/data/case/handlers.ts';
import { escalateCase, holdCase, reopenCase, waitWithCase } from '../../../electron/data/cases/change-case.ts';
import { claimCase, releaseCase } from '../../../electron/data/cases/claim-case.ts';
import { letTimePass } from '../../../electron/data/cases/time-passed.ts';
import { findActiveClaim } from '../../../electron/data/store/claims/queries.ts';
import { inTransaction } from '../../../electron/data/store/transaction.ts';
import { claimLeaseMs } from '../../../shared/domain/claim.ts';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { FakePlatform } from '../../builders/fake-platform.ts';
import { SyncDesk } from '../../builders/sync-desk.ts';

async function aClaimedCase() {
  const platform = new FakePlatform();
  platform.addReport('ada');
  const desk = new SyncDesk({ connector: platform.connector() });
  await desk.pull();
  letTimePass(desk.context);
  const row = desk.openCases()[0]!;
  inTransaction(desk.context.write, () => claimCase(desk.context, row));
  return { desk, platform, id: row.id };
}

/** The same store, used from another installation. */
function somebodyElse(desk: SyncDesk) {
  return { ...desk.context, actor: () => ({ alias: 'kim', device: 'device-2', tool: 'app' as const }) };
}

describe('a claim', () => {
  it('keeps others off until it ends by itself', async () => {
    const { desk, id } = await aClaimedCase();
    expect(() => claimCase(somebodyElse(desk), desk.case(id))).toThrow('claim-held');
    desk.advance(claimLeaseMs);
    letTimePass(desk.context);
    expect(desk.case(id)).toMatchObject({ state: 'queued', claimed_by: null });
    inTransaction(desk.context.write, () => claimCase(somebodyElse(desk), desk.case(id)));
    expect(desk.case(id).claimed_by).toBe('device-2');
  });

  it('is neither lengthened nor lost when the clock is set back', async () => {
    const { desk, id } = await aClaimedCase();
    desk.advance(10 * 60_000);
    letTimePass(desk.context);
    desk.clock.advance(-24 * 60 * 60_000);
    letTimePass(desk.context);
    const claim = findActiveClaim(desk.context.write, id, desk.clock.now());
    expect(claim?.lease_until).toBe(desk.clock.now() + claimLeaseMs - 10 * 60_000);
    desk.advance(claimLeaseMs - 10 * 60_000);
    letTimePass(desk.context);
    expect(desk.case(id).state).toBe('queued');
  });

  it('is let go by its holder alone', async () => {
    const { desk, id } = await aClaimedCase();
    expect(() => releaseCase(somebodyElse(desk), desk.case(id), desk.clock.now())).toThrow('claim-held');
    releaseCaseOf(desk, id);
    expect(desk.case(id)).toMatchObject({ state: 'queued', claimed_by: null });
  });

  function releaseCaseOf(desk: SyncDesk, id: Parameters<SyncDesk['case']>[0]): void {
    inTransaction(desk.context.write, () => releaseCase(desk.context, desk.case(id), desk.clock.now()));
  }
});

describe('a case', () => {
  it('waits until a time and comes back by itself', async () => {
    const { desk, id } = await aClaimedCase();
    waitWithCase(desk.context, id, desk.clock.now() + 1_000, 'asked the reporter');
    expect(desk.case(id)).toMatchObject({ state: 'waiting', claimed_by: null });
    desk.advance(1_000);
    expect(letTimePass(desk.context)).toEqual([id]);
    expect(desk.case(id)).toMatchObject({ state: 'queued', waiting_until: null });
  });

  it('stays escalated whoever holds it, and stands higher', async () => {
    const { desk, id } = await aClaimedCase();
    const before = desk.case(id).priority;
    escalateCase(desk.context, id, '');
    inTransaction(desk.context.write, () => claimCase(somebodyElse(desk), desk.case(id)));
    expect(desk.case(id).state).toBe('escalated');
    expect(desk.case(id).priority).toBeGreaterThan(before);
  });

  it('refuses a decision made from an older view, and a second one', async () => {
    const { desk, platform, id } = await aClaimedCase();
    const seen = desk.case(id);
    platform.addReport('ada');
    await desk.pull();
    expect(() => desk.decide(seen)).toThrow('stale');
    desk.decide(desk.case(id));
    expect(() => desk.decide(desk.case(id))).toThrow("case: decided can't become decided");
  });

  it.each([
    [{ personEffect: 'silence', reasonInternal: ' ' }, 'reason-required'],
    [{ personEffect: 'silence', finding: 'not-upheld' }, 'invalid-input'],
    [{ policyId: 999 as never }, 'invalid-input'],
  ] as const)('refuses %o', async (input, code) => {
    const { desk, id } = await aClaimedCase();
    const before = desk.context.write.prepare('SELECT count(*) FROM audit_events').pluck().get();
    expect(() => desk.decide(desk.case(id), input)).toThrow(code);
    expect(desk.context.write.prepare('SELECT count(*) FROM decisions').pluck().get()).toBe(0);
    expect(desk.context.write.prepare('SELECT count(*) FROM audit_events').pluck().get()).toBe(before);
  });

  it('is not reopened while its decision is still on its way', async () => {
    const { desk, id } = await aClaimedCase();
    desk.decide(desk.case(id));
    expect(() => reopenCase(desk.context, id, '')).toThrow('busy');
    await desk.push();
    reopenCase(desk.context, id, 'new facts');
    expect(desk.case(id).state).toBe('reopened');
  });

  it('shows everything of itself', async () => {
    const { desk, id } = await aClaimedCase();
    holdCase(desk.context, id, true);
    await desk.push();
    const draft = {
      finding: 'upheld',
      policyId: null,
      severity: null,
      personEffect: 'warn',
      reasonInternal: 'half a thought',
      reasonPerson: '',
      notifyPerson: false,
      removePosts: false,
      note: '',
    } as const;
    caseHandlers['case.saveDraft'](desk.context, { caseId: id, draft });
    caseHandlers['case.addNote'](desk.context, {
      onReport: null,
      caseId: id,
      about: 'member',
      audience: 'team',
      kind: 'note',
      body: 'We talked in spring.',
    });
    const view = caseHandlers['case.get'](desk.context, { caseId: id }) as CaseView;
    expect(view).toMatchObject({
      name: `H-${id}`,
      state: 'claimed',
      legalHold: true,
      claim: { mine: true, where: 'local' },
      draft,
      member: { handle: 'ada', profileText: 'I am ada', reportsAbout: 1 },
      notes: [{ about: 'member', body: 'We talked in spring.' }],
    });
    expect(view.reports[0]).toMatchObject({ remoteId: '1000', reporter: { handle: 'reporter-0', reportsMade: 1 } });
    expect(view.subjects[0]?.versions[0]).toMatchObject({ text: 'What ada wrote in 1000' });
    expect(view.subjects[0]?.versions[0]?.thread).toHaveLength(1);
    expect(view.events.map((event) => event.kind)).toEqual(
      expect.arrayContaining(['case.opened', 'case.claimed', 'case.legal-hold', 'case.note']),
    );
  });
});
