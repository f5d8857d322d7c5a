import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendAuditEvent } from '../../../electron/data/store/audit/append-event.ts';
import { canonicalJson, type Json } from '../../../electron/data/store/audit/canonical-json.ts';
import { auditHash, type NewAuditEvent } from '../../../electron/data/store/audit/event.ts';
import { auditAnchor, verifyAuditChain } from '../../../electron/data/store/audit/verify-chain.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import { testNow } from '../../builders/insert-row.ts';
import { aStore } from '../../builders/store.ts';

function anEvent(overrides: Partial<NewAuditEvent> = {}): NewAuditEvent {
  return { at: testNow, actor: 'moderator', device: 'this', tool: 'app', kind: 'case-claimed', ...overrides };
}

function aLog(events: number): Store {
  const store = aStore();
  store.transaction((db) => {
    for (let index = 1; index <= events; index += 1) appendAuditEvent(db, anEvent({ payload: { index } }));
  });
  return store;
}

/** What somebody with the key and a database tool could do. */
function tamper(store: Store, sql: string): void {
  store.write.exec('DROP TRIGGER audit_events_keep_update; DROP TRIGGER audit_events_keep_delete;');
  store.write.exec(sql);
}

const renumber = (from: number, by: number) =>
  `UPDATE audit_events SET sequence = -(sequence + ${by}) WHERE sequence >= ${from};
   UPDATE audit_events SET sequence = -sequence WHERE sequence < 0;`;

describe('the audit log', () => {
  it('holds and verifies what was written', () => {
    const store = aLog(20);
    expect(verifyAuditChain(store.read)).toEqual({ intact: true, events: 20, firstBadSequence: null, problem: null });
    expect(verifyAuditChain(aStore().read)).toEqual({ intact: true, events: 0, firstBadSequence: null, problem: null });
  });

  it('cannot be changed or shortened by any statement of the product', () => {
    const store = aLog(2);
    expect(() => store.write.exec(`UPDATE audit_events SET actor = 'other'`)).toThrow('append-only');
    expect(() => store.write.exec('DELETE FROM audit_events')).toThrow('append-only');
  });

  it('belongs to the transaction of the change', () => {
    const store = aLog(1);
    expect(() => appendAuditEvent(store.write, anEvent())).toThrow('transaction');
    expect(() =>
      store.transaction((db) => {
        appendAuditEvent(db, anEvent());
        throw new Error('the change fails');
      }),
    ).toThrow('the change fails');
    expect(verifyAuditChain(store.read)).toMatchObject({ intact: true, events: 1 });
  });

  it('keeps its order when the wall clock jumps back', () => {
    const store = aStore();
    const times = [testNow, testNow + 5, testNow - 3_600_000, testNow - 3_600_000, testNow + 10];
    const events = store.transaction((db) => times.map((at) => appendAuditEvent(db, anEvent({ at }))));
    expect(events.map(({ at }) => at)).toEqual(times);
    expect(events.map(({ logical }) => logical - testNow)).toEqual([0, 5, 6, 7, 10]);
    expect(verifyAuditChain(store.read).intact).toBe(true);
  });

  it.each([
    ['a changed actor', `UPDATE audit_events SET actor = 'other' WHERE sequence = 7`, 7, 'changed'],
    ['a changed time', 'UPDATE audit_events SET at = at + 1 WHERE sequence = 1', 1, 'changed'],
    ['a changed payload', `UPDATE audit_events SET payload = '{"index":8}' WHERE sequence = 7`, 7, 'changed'],
    ['a payload that is no JSON', `UPDATE audit_events SET payload = '{' WHERE sequence = 7`, 7, 'changed'],
    ['a changed hash', `UPDATE audit_events SET hash = 'ff' WHERE sequence = 7`, 7, 'changed'],
    ['a removed event', 'DELETE FROM audit_events WHERE sequence = 7', 7, 'removed'],
    ['a removed first event', 'DELETE FROM audit_events WHERE sequence = 1', 1, 'removed'],
    ['a removed last event', 'DELETE FROM audit_events WHERE sequence = 20', 20, 'removed'],
    ['everything removed', 'DELETE FROM audit_events', 1, 'removed'],
    [
      'a removed event with the others moved up',
      `DELETE FROM audit_events WHERE sequence = 7; ${renumber(8, -1)}`,
      7,
      'removed',
    ],
    ['a removed head', 'DELETE FROM audit_head', 21, 'removed'],
    [
      'neighbours exchanged',
      'UPDATE audit_events SET sequence = -7 WHERE sequence = 7; UPDATE audit_events SET sequence = 7 WHERE sequence = 8; UPDATE audit_events SET sequence = 8 WHERE sequence = -7;',
      7,
      'reordered',
    ],
    [
      'distant events exchanged',
      'UPDATE audit_events SET sequence = -7 WHERE sequence = 7; UPDATE audit_events SET sequence = 7 WHERE sequence = 15; UPDATE audit_events SET sequence = 15 WHERE sequence = -7;',
      7,
      'reordered',
    ],
    [
      'an event added at the end',
      `INSERT INTO audit_events SELECT 21, at, logical, actor, device, tool, kind, community_id, case_id, payload, previous_hash, hash FROM audit_events WHERE sequence = 20`,
      21,
      'inserted',
    ],
  ])('finds %s', (_name, sql, firstBadSequence, problem) => {
    const store = aLog(20);
    tamper(store, sql);
    expect(verifyAuditChain(store.read)).toMatchObject({ intact: false, firstBadSequence, problem });
  });

  it('finds an event put between two others, even one that is hashed properly', () => {
    const store = aLog(20);
    tamper(store, renumber(7, 1));
    const before = store.read.prepare('SELECT hash, logical FROM audit_events WHERE sequence = 6').get() as {
      hash: string;
      logical: number;
    };
    const forged = {
      sequence: 7,
      at: testNow,
      logical: before.logical + 1,
      actor: 'forger',
      device: 'd',
      tool: 't',
      kind: 'k',
      communityId: null,
      caseId: null,
      payload: null,
      previousHash: before.hash,
    };
    store.write
      .prepare(`INSERT INTO audit_events VALUES (7, ${testNow}, ?, 'forger', 'd', 't', 'k', NULL, NULL, 'null', ?, ?)`)
      .run(forged.logical, before.hash, auditHash(forged));
    expect(verifyAuditChain(store.read)).toMatchObject({ intact: false, firstBadSequence: 7, problem: 'inserted' });
  });

  it('finds a log that was wound back as a whole, by an anchor kept outside', () => {
    const store = aLog(20);
    const anchor = auditAnchor(store.read);
    expect(anchor?.sequence).toBe(20);
    expect(verifyAuditChain(store.read, anchor).intact).toBe(true);
    const woundBack = aLog(15);
    expect(verifyAuditChain(woundBack.read).intact).toBe(true);
    expect(verifyAuditChain(woundBack.read, anchor)).toMatchObject({
      intact: false,
      firstBadSequence: 16,
      problem: 'removed',
    });
    const rewritten = aStore();
    rewritten.transaction((db) => {
      for (let index = 1; index <= 25; index += 1)
        appendAuditEvent(db, anEvent({ actor: 'forger', payload: { index } }));
    });
    expect(verifyAuditChain(rewritten.read, anchor)).toMatchObject({
      intact: false,
      firstBadSequence: 20,
      problem: 'changed',
    });
  });

  it('hashes a payload the same however its keys were ordered', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 6 }), (payload) => {
        const turned = Object.fromEntries(Object.entries(payload).reverse());
        expect(canonicalJson(turned as Json)).toBe(canonicalJson(payload as Json));
        expect(JSON.parse(canonicalJson(payload as Json))).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
    );
  });
});
