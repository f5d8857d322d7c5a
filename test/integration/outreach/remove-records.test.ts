import { describe, expect, it } from 'vitest';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import { readOutreach } from '../../../electron/data/store/outreach/read-outreach.ts';
import { recordKinds } from '../../../shared/domain/health/record-kinds.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aCommunity } from '../../builders/people.ts';
import {
  addRecord,
  aGarden,
  aStoreWithRecords,
  fillRecords,
  listedRecords,
  type RecordTexts,
  recordExamples,
  saveExamples,
} from '../../builders/records.ts';

function sizes(store: Store, communityId: CommunityId): number[] {
  return Object.values(readOutreach(store.read, communityId)).map((rows: readonly unknown[]) => rows.length);
}

describe('removing records', () => {
  it('takes what belongs to a record with it, and puts everything back as it was', async () => {
    const { service, communityId } = await aGarden();
    const ids = await saveExamples(service, communityId);
    const snapshot = async () =>
      Promise.all(recordKinds.map(({ id: kind }) => service.call('records.list', { communityId, kind })));
    const before = await snapshot();
    for (const kind of [
      'event',
      'route',
      'campaign',
      'resource',
      'accountEnd',
      'automatedAccount',
      'joinDate',
    ] as const) {
      const recordId = ids[recordExamples.findIndex(([one]) => one === kind)] ?? 0;
      const { undo } = await service.call('records.remove', { communityId, kind, recordId });
      expect(await snapshot()).not.toEqual(before);
      await service.call('records.restore', { undo });
      expect(await snapshot()).toEqual(before);
      await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('leaves a partner that others mention where it is', async () => {
    const { service, communityId } = await aGarden();
    const [partner = 0, route = 0] = await saveExamples(service, communityId);
    await expect(
      service.call('records.remove', { communityId, kind: 'partner', recordId: partner }),
    ).rejects.toMatchObject({ code: 'record-in-use' });
    await service.call('records.remove', { communityId, kind: 'route', recordId: route });
    await service.call('records.remove', { communityId, kind: 'partner', recordId: partner });
    expect(await listedRecords(service, communityId, 'partner')).toEqual([]);
  });

  it('finds no record of another community', async () => {
    const { service, communityId } = await aGarden();
    const [partner = 0] = await saveExamples(service, communityId);
    const other = { name: 'Other', timeZone: 'UTC', holdsPersonalData: true };
    const otherId = (await service.call('communities.createForImport', other)).id;
    const remove = { communityId: otherId, kind: 'partner', recordId: partner } as const;
    await expect(service.call('records.remove', remove)).rejects.toMatchObject({ code: 'not-found' });
    const values = { name: 'X', kind: 'charity', since: '2025-01-01' };
    await expect(service.call('records.save', { ...remove, values })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listedRecords(service, otherId, 'partner')).toEqual([]);
  });

  it('erases everything with the community', async () => {
    const { store, context, communityId } = aStoreWithRecords();
    const kept = aCommunity(store.write, { platform: 'import' });
    fillRecords(context, kept);
    eraseCommunity(store.write, communityId);
    expect(sizes(store, communityId)).toEqual(sizes(store, kept).map(() => 0));
    expect(sizes(store, kept).every((size) => size > 0)).toBe(true);
    expect(store.write.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a record that was removed', () => {
  const library = { name: 'Rainbow Library', kind: 'charity', since: '2025-01-01' };

  it.each([
    ['joinDate', { day: '2026-03-06' }, { day: '2026-02-01' }],
    ['accountEnd', { day: '2026-04-01', how: 'deleted' }, { day: '2026-04-01', how: 'spam' }],
  ] as const)('leaves a newer %s of the member where it is, and says so', async (kind, removed, newer) => {
    const { service, communityId } = await aGarden();
    const save = (values: RecordTexts) =>
      addRecord(service, { communityId, kind, values: { member: 'anna', ...values } });
    const remove = (recordId: number) => service.call('records.remove', { communityId, kind, recordId });
    const { undo } = await remove(await save(removed));
    const recordId = await save(newer);
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'newer-kept' });
    expect(await listedRecords(service, communityId, kind)).toEqual([{ member: 'anna', ...newer }]);
    await remove(recordId);
    await service.call('records.restore', { undo });
    expect(await listedRecords(service, communityId, kind)).toEqual([{ member: 'anna', ...removed }]);
  });

  it('does not come back beside a record that took its place', async () => {
    const { service, communityId } = await aGarden();
    const about = { communityId, kind: 'partner' } as const;
    const save = () => addRecord(service, { ...about, values: library });
    const { undo } = await service.call('records.remove', { ...about, recordId: await save() });
    const recordId = await save();
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'newer-kept' });
    await service.call('records.remove', { ...about, recordId });
    await service.call('records.restore', { undo });
    expect(await listedRecords(service, communityId, 'partner')).toHaveLength(1);
  });

  it('does not come back in another community that was given the id of an erased one', async () => {
    const { service } = await aGarden();
    const other = { name: 'Meadow', timeZone: 'UTC', holdsPersonalData: true };
    const { id } = await service.call('communities.createForImport', other);
    const about = { communityId: id, kind: 'partner' } as const;
    const recordId = await addRecord(service, { ...about, values: library });
    const { undo } = await service.call('records.remove', { ...about, recordId });
    await service.call('communities.erase', { communityId: id, confirm: 'erase' });
    expect(await service.call('communities.createForImport', other)).toMatchObject({ id });
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listedRecords(service, id, 'partner')).toEqual([]);
  });
});
