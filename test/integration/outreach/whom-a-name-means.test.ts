import { describe, expect, it } from 'vitest';
import { aDataContext } from '../../builders/data-context.ts';
import { aCommunity, aMember } from '../../builders/people.ts';
import { saveRecord } from '../../builders/records.ts';
import { aStore } from '../../builders/store.ts';

describe('whom a name means', () => {
  const aDesk = (platform: 'import' | 'mastodon') => {
    const store = aStore();
    const context = aDataContext(store);
    const communityId = aCommunity(store.write, { platform });
    const join = (member: string, day = '2026-03-05') => saveRecord(context, communityId, 'joinDate', { member, day });
    const members = () => store.read.prepare('SELECT remote_id FROM members ORDER BY id').pluck().all();
    return { store, communityId, join, members };
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

  it('is nobody new where a platform says who there is, and is found by handle', () => {
    const { store, communityId, join, members } = aDesk('mastodon');
    aMember(store.write, communityId, { remote_id: '40', handle: 'anna@garden.example' });
    expect(join('@anna@garden.example')).toMatchObject({ state: 'added', metSomebodyNew: false });
    expect(join('ana@garden.example')).toEqual({
      state: 'refused',
      problems: [{ field: 'member', problem: 'member-unknown' }],
    });
    expect(members()).toEqual(['40']);
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
