import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { recordKinds } from '../../../shared/domain/health/record-kinds.ts';
import {
  aGarden,
  aStoreWithRecords,
  listedRecords,
  recordExamples,
  saveExamples,
  saveRecord,
} from '../../builders/records.ts';

describe('writing records down', () => {
  it('keeps every kind as it was written and knows it again', async () => {
    const { service, communityId } = await aGarden();
    await saveExamples(service, communityId);
    expect(new Set(recordExamples.map(([kind]) => kind)).size).toBe(
      recordKinds.filter((kind) => !kind.isFileOnly).length,
    );
    for (const [kind, values] of recordExamples) {
      const again = await service.call('records.save', { communityId, kind, recordId: null, values });
      expect(again, kind).toMatchObject({ state: 'known' });
    }
    expect(await listedRecords(service, communityId, 'attendance')).toEqual([
      { event: 'Book club (2026-03-12)', member: 'anna', registered: true, attended: true, minutes: 80 },
    ]);
    expect(await listedRecords(service, communityId, 'resourceUse')).toEqual([
      { resource: 'Night helpline', month: '2026-04', people: 12, partner: null },
    ]);
    expect(await listedRecords(service, communityId, 'joinDate')).toEqual([
      { member: 'ben', day: '2026-03-07' },
      { member: 'anna', day: '2026-03-06' },
    ]);
    expect(await listedRecords(service, communityId, 'accountEnd')).toEqual([
      { member: 'cleo', day: '2026-04-01', how: 'deleted' },
    ]);
    expect((await listedRecords(service, communityId, 'benchmark'))[0]).toMatchObject({ share: 0.2, fromAge: null });
  });

  it('keeps a currency by its code, and which resource stands for all', async () => {
    const { service, communityId } = await aGarden();
    const fund = { name: 'Fund', kind: 'fundraising', startDay: '2026-04-01', currency: 'chf' };
    await service.call('records.save', { communityId, kind: 'campaign', recordId: null, values: fund });
    const pages = { name: 'Help pages', kind: 'other', together: 'yes' };
    await service.call('records.save', { communityId, kind: 'resource', recordId: null, values: pages });
    expect((await listedRecords(service, communityId, 'campaign'))[0]).toMatchObject({ currency: 'CHF' });
    expect((await listedRecords(service, communityId, 'resource'))[0]).toMatchObject({ together: true });
  });

  it('takes what it lists for an edit, and finds by any word', async () => {
    const { service, communityId } = await aGarden();
    await saveExamples(service, communityId);
    for (const { id: kind, isFileOnly } of recordKinds) {
      if (isFileOnly) continue;
      for (const row of (await service.call('records.list', { communityId, kind })).rows) {
        const texts = Object.fromEntries(
          Object.entries(row.values).map(([name, value]) => {
            if (typeof value === 'boolean') return [name, value ? 'yes' : 'no'];
            return [name, value === null ? '' : String(value)];
          }),
        );
        const saved = await service.call('records.save', { communityId, kind, recordId: row.id, values: texts });
        expect(saved, kind).toMatchObject({ state: 'known', recordId: row.id });
      }
    }
    expect(await listedRecords(service, communityId, 'joinDate', 'AN')).toHaveLength(1);
    expect(await listedRecords(service, communityId, 'attendance', 'club')).toHaveLength(1);
    expect(await listedRecords(service, communityId, 'attendance', '100%_')).toEqual([]);
    expect((await service.call('records.list', { communityId, kind: 'joinDate', limit: 1, offset: 1 })).total).toBe(2);
  });

  it.each([
    ['mentorship', { mentor: 'anna', mentee: 'anna', startDay: '2026-04-01' }, 'mentee', 'same-person'],
    ['mentorship', { mentor: 'anna', mentee: 'nobody', startDay: '2026-04-01' }, 'mentee', 'member-unknown'],
    ['role', { member: 'anna', role: 'host', startDay: '2026-05-01', endDay: '2026-04-01' }, 'endDay', 'not-in-order'],
    ['appeal', { reference: 'A-18', receivedDay: '2026-05-01', outcome: 'partly' }, 'outcome', 'only-one-of-two'],
    ['attendance', { event: 'Walk', member: 'anna' }, 'event', 'reference-unknown'],
    [
      'campaign',
      { name: 'Fund', kind: 'fundraising', startDay: '2026-04-01', currency: 'XQZ' },
      'currency',
      'not-a-currency',
    ],
    ['campaign', { name: 'Letters', kind: 'petition', startDay: '2026-04-01' }, 'name', 'exists'],
    [
      'survey',
      { name: 'A', kind: 'safety', day: '2026-05-01', scaleLow: '5', scaleHigh: '5' },
      'scaleHigh',
      'not-in-order',
    ],
    ['memberRoute', { member: 'ben', route: 'Library desk', consent: '' }, 'consent', 'consent-missing'],
    ['benchmark', { ...recordExamples[16]?.[1], answer: 'anna' }, 'answer', 'names-a-member'],
  ] as const)('refuses %s %j', (kind, values, field, problem) => {
    const { context, communityId } = aStoreWithRecords();
    const list = () => recordHandlers['records.list'](context, { communityId, kind, query: '', offset: 0, limit: 50 });
    const before = list();
    const saved = saveRecord(context, communityId, kind, values);
    expect(saved).toEqual({ state: 'refused', problems: [{ field, problem }] });
    expect(list()).toEqual(before);
  });

  it('tells events of one name apart by their day', async () => {
    const { service, communityId } = await aGarden();
    await saveExamples(service, communityId);
    const event = { name: 'Book club', kind: 'book-club', day: '2026-04-12' };
    await service.call('records.save', { communityId, kind: 'event', recordId: null, values: event });
    const attend = (name: string) =>
      service.call('records.save', {
        communityId,
        kind: 'attendance',
        recordId: null,
        values: { event: name, member: 'ben' },
      });
    expect(await attend('Book club')).toMatchObject({ problems: [{ problem: 'reference-ambiguous' }] });
    expect(await attend('Book club (2026-04-12)')).toMatchObject({ state: 'added' });
  });
});
