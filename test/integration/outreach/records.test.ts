import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { eraseCommunity } from '../../../electron/data/store/communities/erase-community.ts';
import { upsertMember } from '../../../electron/data/store/members/commands.ts';
import type { Store } from '../../../electron/data/store/open.ts';
import { readOutreach } from '../../../electron/data/store/outreach/read-outreach.ts';
import { recordStore } from '../../../electron/data/store/outreach/records.ts';
import { recordKinds } from '../../../shared/domain/health/record-kinds.ts';
import type { RecordKindId } from '../../../shared/domain/health/records.ts';
import type { CommunityId } from '../../../shared/domain/ids.ts';
import { aDataContext } from '../../builders/data-context.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';

type Texts = Readonly<Record<string, string>>;

/** One good record of each kind that a form can write; those that others mention come first. */
const examples: readonly (readonly [RecordKindId, Texts])[] = [
  ['partner', { name: 'Rainbow Library', kind: 'charity', since: '2025-01-01' }],
  ['route', { name: 'Library desk', kind: 'partner', partner: 'Rainbow Library' }],
  ['invitation', { route: 'Library desk', day: '2026-03-05', people: '45' }],
  ['memberRoute', { member: 'anna', route: 'Library desk', consent: 'yes' }],
  ['joinDate', { member: 'anna', day: '2026-03-06' }],
  ['joinDate', { member: 'ben', day: '2026-03-07' }],
  ['accountEnd', { member: 'cleo', day: '2026-04-01', how: 'deleted' }],
  ['role', { member: 'anna', role: 'host', startDay: '2026-05-01', endDay: '' }],
  ['event', { name: 'Book club', kind: 'book-club', series: 'Book club', day: '2026-03-12', partner: '' }],
  ['attendance', { event: 'Book club', member: 'anna', registered: 'yes', attended: 'yes', minutes: '80' }],
  ['campaign', { name: 'Letters', kind: 'letters', startDay: '2026-04-01', delivered: '300' }],
  ['participation', { campaign: 'Letters', member: 'ben', day: '2026-04-02', step: 'completed' }],
  ['resource', { name: 'Night helpline', kind: 'helpline' }],
  ['resourceUse', { resource: 'Night helpline', month: '2026-04', people: '12', partner: '' }],
  ['mentorship', { mentor: 'anna', mentee: 'ben', startDay: '2026-04-01' }],
  ['survey', { name: 'Spring', kind: 'safety', day: '2026-05-01', scaleLow: '1', scaleHigh: '5' }],
  [
    'benchmark',
    {
      question: 'gender',
      answer: 'non-binary',
      population: 'Residents',
      year: '2021',
      place: 'Wales',
      wording: 'Which of these describes you?',
      source: 'Census',
      share: '0,2',
    },
  ],
  ['appeal', { reference: 'A-17', receivedDay: '2026-05-01', decidedDay: '2026-05-03', outcome: 'partly' }],
  ['automatedAccount', { member: 'greeter' }],
];

async function aGarden(): Promise<{ service: RunningService; communityId: number }> {
  const service = await anOpenService();
  const input = { name: 'Garden', timeZone: 'Europe/Berlin', holdsPersonalData: true };
  return { service, communityId: (await service.call('communities.createForImport', input)).id };
}

/** The same without a service around it, which takes its time to open. */
function aFilledStore() {
  const store = aStore();
  const context = aDataContext(store);
  const communityId = aCommunity(store.write, { platform: 'import' });
  fill(context, communityId);
  return { store, context, communityId };
}

function fill(context: DataContext, communityId: CommunityId): void {
  for (const [kind, values] of examples) {
    const saved = recordHandlers['records.save'](context, { communityId, kind, recordId: null, values });
    expect(saved, kind).toMatchObject({ state: 'added' });
  }
}

async function saveAll(service: RunningService, communityId: number): Promise<number[]> {
  const ids: number[] = [];
  for (const [kind, values] of examples) {
    const saved = await service.call('records.save', { communityId, kind, recordId: null, values });
    expect(saved, kind).toMatchObject({ state: 'added' });
    if ('recordId' in saved) ids.push(saved.recordId);
  }
  return ids;
}

const listed = async (service: RunningService, communityId: number, kind: RecordKindId, query = '') =>
  (await service.call('records.list', { communityId, kind, query })).rows.map(({ values }) => values);

describe('writing records down', () => {
  it('keeps every kind as it was written and knows it again', async () => {
    const { service, communityId } = await aGarden();
    await saveAll(service, communityId);
    expect(new Set(examples.map(([kind]) => kind)).size).toBe(recordKinds.filter((kind) => !kind.isFileOnly).length);
    for (const [kind, values] of examples) {
      const again = await service.call('records.save', { communityId, kind, recordId: null, values });
      expect(again, kind).toMatchObject({ state: 'known' });
    }
    expect(await listed(service, communityId, 'attendance')).toEqual([
      { event: 'Book club (2026-03-12)', member: 'anna', registered: true, attended: true, minutes: 80 },
    ]);
    expect(await listed(service, communityId, 'resourceUse')).toEqual([
      { resource: 'Night helpline', month: '2026-04', people: 12, partner: null },
    ]);
    expect(await listed(service, communityId, 'joinDate')).toEqual([
      { member: 'ben', day: '2026-03-07' },
      { member: 'anna', day: '2026-03-06' },
    ]);
    expect(await listed(service, communityId, 'accountEnd')).toEqual([
      { member: 'cleo', day: '2026-04-01', how: 'deleted' },
    ]);
    expect((await listed(service, communityId, 'benchmark'))[0]).toMatchObject({ share: 0.2, fromAge: null });
  });

  it('takes what it lists for an edit, and finds by any word', async () => {
    const { service, communityId } = await aGarden();
    await saveAll(service, communityId);
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
    expect(await listed(service, communityId, 'joinDate', 'AN')).toHaveLength(1);
    expect(await listed(service, communityId, 'attendance', 'club')).toHaveLength(1);
    expect(await listed(service, communityId, 'attendance', '100%_')).toEqual([]);
    expect((await service.call('records.list', { communityId, kind: 'joinDate', limit: 1, offset: 1 })).total).toBe(2);
  });

  it.each([
    ['mentorship', { mentor: 'anna', mentee: 'anna', startDay: '2026-04-01' }, 'mentee', 'same-person'],
    ['mentorship', { mentor: 'anna', mentee: 'nobody', startDay: '2026-04-01' }, 'mentee', 'member-unknown'],
    ['role', { member: 'anna', role: 'host', startDay: '2026-05-01', endDay: '2026-04-01' }, 'endDay', 'not-in-order'],
    ['appeal', { reference: 'A-18', receivedDay: '2026-05-01', outcome: 'partly' }, 'outcome', 'only-one-of-two'],
    ['attendance', { event: 'Walk', member: 'anna' }, 'event', 'reference-unknown'],
    ['campaign', { name: 'Letters', kind: 'petition', startDay: '2026-04-01' }, 'name', 'exists'],
    [
      'survey',
      { name: 'A', kind: 'safety', day: '2026-05-01', scaleLow: '5', scaleHigh: '5' },
      'scaleHigh',
      'not-in-order',
    ],
    ['memberRoute', { member: 'ben', route: 'Library desk', consent: '' }, 'consent', 'consent-missing'],
    ['benchmark', { ...examples[16]?.[1], answer: 'anna' }, 'answer', 'names-a-member'],
  ] as const)('refuses %s %j', (kind, values, field, problem) => {
    const { context, communityId } = aFilledStore();
    const list = () => recordHandlers['records.list'](context, { communityId, kind, query: '', offset: 0, limit: 50 });
    const before = list();
    const saved = recordHandlers['records.save'](context, { communityId, kind, recordId: null, values });
    expect(saved).toEqual({ state: 'refused', problems: [{ field, problem }] });
    expect(list()).toEqual(before);
  });

  it('tells events of one name apart by their day', async () => {
    const { service, communityId } = await aGarden();
    await saveAll(service, communityId);
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

  it('never adds a member where a platform says who they are, and finds them by handle', async () => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write);
    aMember(store.write, communityId, { handle: 'anna@garden.example' });
    const save = (member: string) =>
      recordHandlers['records.save'](context, {
        communityId,
        kind: 'joinDate',
        recordId: null,
        values: { member, day: '2026-03-05' },
      });
    expect(save('@anna@garden.example')).toMatchObject({ state: 'added', metSomebodyNew: false });
    expect(save('ana@garden.example')).toEqual({
      state: 'refused',
      problems: [{ field: 'member', problem: 'member-unknown' }],
    });
  });
});

describe('whom a name means', () => {
  const aDesk = (platform: 'import' | 'mastodon') => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write, { platform });
    const join = (member: string, day = '2026-03-05') =>
      recordHandlers['records.save'](context, {
        communityId,
        kind: 'joinDate',
        recordId: null,
        values: { member, day },
      });
    const members = () => store.read.prepare('SELECT remote_id FROM members ORDER BY id').pluck().all();
    return { store, context, communityId, join, members };
  };

  it('is the same person in any case, with or without @, and however accents are written', () => {
    const { join, members } = aDesk('import');
    for (const name of ['anna', 'ÉLISE', 'Ελένη']) expect(join(name)).toMatchObject({ state: 'added' });
    for (const name of ['Anna', '@ANNA', 'e\u0301lise', 'ελένη', ' anna ']) {
      expect(join(name), name).toMatchObject({ state: 'known', metSomebodyNew: false });
    }
    expect(members()).toEqual(['anna', 'ÉLISE', 'Ελένη']);
  });

  it('is told by the very spelling where accounts differ in nothing else', () => {
    const { store, communityId, join } = aDesk('import');
    for (const name of ['Qx7', 'qX7']) aMember(store.write, communityId, { remote_id: name, handle: '' });
    expect(join('Qx7')).toMatchObject({ state: 'added', recordId: 1 });
    expect(join('qX7')).toMatchObject({ state: 'added', recordId: 2 });
    expect(join('QX7')).toMatchObject({ problems: [{ field: 'member', problem: 'member-ambiguous' }] });
  });

  it('is an id or a handle, with the server where there is one, and nobody where it is both', () => {
    const { store, communityId, join } = aDesk('mastodon');
    aMember(store.write, communityId, { remote_id: '41', handle: 'anna', server: 'garden.example' });
    aMember(store.write, communityId, { remote_id: '42', handle: '41' });
    expect(join('@Anna@Garden.Example')).toMatchObject({ state: 'added', recordId: 1 });
    expect(join('41')).toMatchObject({ problems: [{ problem: 'member-ambiguous' }] });
    expect(join('42')).toMatchObject({ state: 'added', recordId: 2 });
    expect(join('anna@elsewhere.example')).toMatchObject({ problems: [{ problem: 'member-unknown' }] });
  });

  it('is never an automated account, which is not added as a person either', () => {
    const { store, communityId, join, members } = aDesk('import');
    aMember(store.write, communityId, { remote_id: 'helper', handle: '', is_bot: 1 });
    for (const name of ['helper', 'Helper', 'helper']) {
      expect(join(name)).toEqual({ state: 'refused', problems: [{ field: 'member', problem: 'member-is-bot' }] });
    }
    expect(members()).toEqual(['helper']);
  });
});

describe('an account marked as automated', () => {
  it('is left out of every count until the mark is taken off, whatever its platform tells meanwhile', () => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write, { platform: 'mastodon' });
    const save = (kind: RecordKindId, values: Texts) =>
      recordHandlers['records.save'](context, { communityId, kind, recordId: null, values });
    const isBot = (remoteId: string) =>
      store.read.prepare('SELECT is_bot FROM members WHERE remote_id = ?').pluck().get(remoteId);
    aMember(store.write, communityId, { remote_id: '7', handle: 'greeter' });
    const seen = (bot: boolean) =>
      upsertMember(store.write, {
        communityId,
        remoteId: '7',
        handle: 'greeter',
        displayName: '',
        server: null,
        isBot: bot,
        isStaff: false,
        accountState: 'active',
        joinedAt: null,
        facts: {},
        at: 1,
      });
    expect(save('automatedAccount', { member: '@greeter' })).toMatchObject({ state: 'added', recordId: 1 });
    seen(false);
    expect(isBot('7')).toBe(1);
    expect(save('automatedAccount', { member: 'greeter' })).toMatchObject({ state: 'known' });
    expect(save('joinDate', { member: 'greeter', day: '2026-03-06' })).toMatchObject({
      problems: [{ problem: 'member-is-bot' }],
    });
    const marks = recordStore('automatedAccount');
    const putBack = marks.remove(store.write, communityId, 1);
    expect(isBot('7')).toBe(0);
    putBack(store.write);
    seen(true);
    marks.remove(store.write, communityId, 1);
    expect(isBot('7')).toBe(1);
  });
});

describe('removing records', () => {
  it('takes what belongs to a record with it, and puts everything back as it was', async () => {
    const { service, communityId } = await aGarden();
    const ids = await saveAll(service, communityId);
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
      const recordId = ids[examples.findIndex(([one]) => one === kind)] ?? 0;
      const { undo } = await service.call('records.remove', { communityId, kind, recordId });
      expect(await snapshot()).not.toEqual(before);
      await service.call('records.restore', { undo });
      expect(await snapshot()).toEqual(before);
      await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('leaves a partner that others mention where it is', async () => {
    const { service, communityId } = await aGarden();
    const [partner = 0, route = 0] = await saveAll(service, communityId);
    await expect(
      service.call('records.remove', { communityId, kind: 'partner', recordId: partner }),
    ).rejects.toMatchObject({ code: 'record-in-use' });
    await service.call('records.remove', { communityId, kind: 'route', recordId: route });
    await service.call('records.remove', { communityId, kind: 'partner', recordId: partner });
    expect(await listed(service, communityId, 'partner')).toEqual([]);
  });

  it('finds no record of another community', async () => {
    const { service, communityId } = await aGarden();
    const [partner = 0] = await saveAll(service, communityId);
    const other = { name: 'Other', timeZone: 'UTC', holdsPersonalData: true };
    const otherId = (await service.call('communities.createForImport', other)).id;
    const remove = { communityId: otherId, kind: 'partner', recordId: partner } as const;
    await expect(service.call('records.remove', remove)).rejects.toMatchObject({ code: 'not-found' });
    const values = { name: 'X', kind: 'charity', since: '2025-01-01' };
    await expect(service.call('records.save', { ...remove, values })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listed(service, otherId, 'partner')).toEqual([]);
  });

  it('erases everything with the community', async () => {
    const { store, context, communityId } = aFilledStore();
    const kept = aCommunity(store.write, { platform: 'import' });
    fill(context, kept);
    eraseCommunity(store.write, communityId);
    expect(sizes(store, communityId)).toEqual(Array.from({ length: 12 }, () => 0));
    expect(sizes(store, kept).every((size) => size > 0)).toBe(true);
    expect(store.write.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a record that was removed', () => {
  it.each([
    ['joinDate', { day: '2026-03-06' }, { day: '2026-02-01' }],
    ['accountEnd', { day: '2026-04-01', how: 'deleted' }, { day: '2026-04-01', how: 'spam' }],
  ] as const)('leaves a newer %s of the member where it is, and says so', async (kind, removed, newer) => {
    const { service, communityId } = await aGarden();
    const save = async (values: Texts) => {
      const saved = await service.call('records.save', {
        communityId,
        kind,
        recordId: null,
        values: { member: 'anna', ...values },
      });
      if (saved.state !== 'added') throw new Error('a good record was refused');
      return saved.recordId;
    };
    const remove = (recordId: number) => service.call('records.remove', { communityId, kind, recordId });
    const { undo } = await remove(await save(removed));
    const recordId = await save(newer);
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'newer-kept' });
    expect(await listed(service, communityId, kind)).toEqual([{ member: 'anna', ...newer }]);
    await remove(recordId);
    await service.call('records.restore', { undo });
    expect(await listed(service, communityId, kind)).toEqual([{ member: 'anna', ...removed }]);
  });

  it('does not come back beside a record that took its place', async () => {
    const { service, communityId } = await aGarden();
    const about = { communityId, kind: 'partner' } as const;
    const save = async (name: string) => {
      const values = { name, kind: 'charity', since: '2025-01-01' };
      const saved = await service.call('records.save', { ...about, recordId: null, values });
      if (saved.state !== 'added') throw new Error('a good record was refused');
      return saved.recordId;
    };
    const { undo } = await service.call('records.remove', { ...about, recordId: await save('Rainbow Library') });
    const recordId = await save('Rainbow Library');
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'newer-kept' });
    await service.call('records.remove', { ...about, recordId });
    await service.call('records.restore', { undo });
    expect(await listed(service, communityId, 'partner')).toHaveLength(1);
  });

  it('does not come back in another community that was given the id of an erased one', async () => {
    const { service } = await aGarden();
    const other = { name: 'Meadow', timeZone: 'UTC', holdsPersonalData: true };
    const { id } = await service.call('communities.createForImport', other);
    const about = { communityId: id, kind: 'partner' } as const;
    const values = { name: 'Rainbow Library', kind: 'charity', since: '2025-01-01' };
    const saved = await service.call('records.save', { ...about, recordId: null, values });
    if (saved.state !== 'added') throw new Error('a good record was refused');
    const { undo } = await service.call('records.remove', { ...about, recordId: saved.recordId });
    await service.call('communities.erase', { communityId: id, confirm: 'erase' });
    expect(await service.call('communities.createForImport', other)).toMatchObject({ id });
    await expect(service.call('records.restore', { undo })).rejects.toMatchObject({ code: 'not-found' });
    expect(await listed(service, id, 'partner')).toEqual([]);
  });
});

function sizes(store: Store, communityId: CommunityId): number[] {
  return Object.values(readOutreach(store.read, communityId)).map((rows: readonly unknown[]) => rows.length);
}

describe('what spaces are for', () => {
  it('is kept, and told by the log without their name', async () => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write);
    store.write
      .prepare("INSERT INTO spaces (community_id, remote_key, name) VALUES (?, 'w', 'welcome')")
      .run(communityId);
    const list = () => recordHandlers['spaces.list'](context, { communityId });
    expect(await list()).toEqual([{ id: 1, name: 'welcome', purpose: '' }]);
    recordHandlers['spaces.setPurpose'](context, { communityId, spaceId: 1, purpose: 'introductions' });
    expect(await list()).toEqual([{ id: 1, name: 'welcome', purpose: 'introductions' }]);
    expect(() => recordHandlers['spaces.setPurpose'](context, { communityId, spaceId: 2, purpose: 'support' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    const told = store.read.prepare("SELECT payload FROM audit_events WHERE kind = 'space.changed'").all();
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).toContain('introductions');
    expect(JSON.stringify(told)).not.toContain('welcome');
  });
});

describe('what the log tells of records', () => {
  it('is that they were saved and removed, and none of the names and numbers in them', () => {
    const { store, context, communityId } = aFilledStore();
    const tables = ['members', 'partners', 'join_routes', 'appeal_records'];
    const kept = JSON.stringify(tables.map((table) => store.read.prepare(`SELECT * FROM ${table}`).all()));
    recordHandlers['records.remove'](context, { communityId, kind: 'appeal', recordId: 1 });
    const events = store.read.prepare('SELECT * FROM audit_events').all() as { kind: string }[];
    // One for each record that was written, so every word below could have been told.
    expect(events.filter(({ kind }) => kind === 'record.saved')).toHaveLength(examples.length);
    const told = JSON.stringify(events);
    expect(told).toContain('record.removed');
    for (const word of ['anna', 'cleo', 'Rainbow', 'Library desk', 'A-17']) {
      expect(kept).toContain(word);
      expect(told).not.toContain(word);
    }
  });
});
