import { expect } from 'vitest';
import { recordHandlers } from '../../electron/data/outreach/handlers.ts';
import type { DataContext } from '../../electron/data/service/context.ts';
import type { RecordKindId } from '../../shared/domain/health/records.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import { aDataContext } from './data-context.ts';
import { anOpenService, type RunningService } from './data-service.ts';
import { aCommunity } from './people.ts';
import { aStore } from './store.ts';

/** What a form holds: texts by field. */
export type RecordTexts = Readonly<Record<string, string>>;

/** One good record of each kind that a form can write; those that others mention come first. */
export const recordExamples: readonly (readonly [RecordKindId, RecordTexts])[] = [
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
  ['linkedAccount', { account: 'ben', sameAs: 'cleo', day: '2026-05-02', how: 'told-team' }],
];

/** Writes one record down as the form does; answers whatever became of it. */
export const saveRecord = (context: DataContext, communityId: CommunityId, kind: RecordKindId, values: RecordTexts) =>
  recordHandlers['records.save'](context, { communityId, kind, recordId: null, values });

/** Writes one good record of each kind down. */
export function fillRecords(context: DataContext, communityId: CommunityId): void {
  for (const [kind, values] of recordExamples) {
    expect(saveRecord(context, communityId, kind, values), kind).toMatchObject({ state: 'added' });
  }
}

/** A store with a community that has one good record of each kind. */
export function aStoreWithRecords() {
  const store = aStore();
  const context = aDataContext(store);
  const communityId = aCommunity(store.write, { platform: 'import' });
  fillRecords(context, communityId);
  return { store, context, communityId };
}

/** A whole service, which takes its time to open, with a community of files that has no records yet. */
export async function aGarden() {
  const service = await anOpenService();
  const input = { name: 'Garden', timeZone: 'Europe/Berlin', holdsPersonalData: true };
  const { id: communityId } = await service.call('communities.createForImport', input);
  return { service, communityId };
}

/** Has a service write one good record of each kind down; answers their ids in that order. */
export async function saveExamples(service: RunningService, communityId: number): Promise<number[]> {
  const ids: number[] = [];
  for (const [kind, values] of recordExamples) ids.push(await addRecord(service, { communityId, kind, values }));
  return ids;
}

/** Has a service write a record down that it has to take; answers its id. */
export async function addRecord(
  service: RunningService,
  record: { readonly communityId: number; readonly kind: RecordKindId; readonly values: RecordTexts },
): Promise<number> {
  const saved = await service.call('records.save', { ...record, recordId: null });
  if (saved.state !== 'added') throw new Error(`a good record was not added: ${record.kind}`);
  return saved.recordId;
}

/** What a service lists of a kind, without ids. */
export async function listedRecords(service: RunningService, communityId: number, kind: RecordKindId, query = '') {
  const { rows } = await service.call('records.list', { communityId, kind, query });
  return rows.map(({ values }) => values);
}
