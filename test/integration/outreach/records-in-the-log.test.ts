import { describe, expect, it } from 'vitest';
import { recordHandlers } from '../../../electron/data/outreach/handlers.ts';
import { aStoreWithRecords, recordExamples } from '../../builders/records.ts';

describe('what the log tells of records', () => {
  it('is that they were saved and removed, and none of the names and numbers in them', () => {
    const { store, context, communityId } = aStoreWithRecords();
    const tables = ['members', 'partners', 'join_routes', 'appeal_records'];
    const kept = JSON.stringify(tables.map((table) => store.read.prepare(`SELECT * FROM ${table}`).all()));
    recordHandlers['records.remove'](context, { communityId, kind: 'appeal', recordId: 1 });
    const events = store.read.prepare('SELECT * FROM audit_events').all() as { kind: string }[];
    // One for each record that was written, so every word below could have been told.
    expect(events.filter(({ kind }) => kind === 'record.saved')).toHaveLength(recordExamples.length);
    const told = JSON.stringify(events);
    expect(told).toContain('record.removed');
    for (const word of ['anna', 'cleo', 'Rainbow', 'Library desk', 'A-17']) {
      expect(kept).toContain(word);
      expect(told).not.toContain(word);
    }
  });
});
