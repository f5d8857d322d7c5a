import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDaysIn } from '../../../electron/data/health/calendar/local-days.ts';
import { inspectFile } from '../../../electron/data/platforms/files/inspect-file.ts';
import { previewFile } from '../../../electron/data/platforms/files/preview-file.ts';
import { countActivityTotals } from '../../../electron/data/store/activities/queries.ts';
import { rebuildRollups } from '../../../electron/data/store/activities/rebuild-rollups.ts';
import { failInterruptedImports, startImport } from '../../../electron/data/store/imports/commands.ts';
import { findImport, listImports, listRejects } from '../../../electron/data/store/imports/queries.ts';
import type { ImportId } from '../../../shared/domain/ids.ts';
import { atOnce } from '../../../shared/domain/steps.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';

let store: TestStore;
beforeEach(() => {
  store = openTestStore({ timeZone: 'Europe/Berlin' });
});
afterEach(() => store.close());

function file(name: string, content: string | Uint8Array): string {
  const path = join(store.folder, name);
  writeFileSync(path, content);
  return path;
}

const totals = () => atOnce(countActivityTotals(store.read, store.communityId));
const start = Date.UTC(2025, 0, 1) / 1000;

function manyLines(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => `m${at % 97},m${(at * 7) % 89},${start + at * 60}`);
  return `from,to,timestamp\n${lines.join('\n')}\n`;
}

function rollups() {
  const days = store.read.prepare('SELECT * FROM member_days ORDER BY member_id, day, level').all();
  const weeks = store.read.prepare('SELECT * FROM member_weeks ORDER BY member_id, week, level').all();
  return { days, weeks };
}

describe('importing', () => {
  it('takes a file whose lines repeat, and takes it once', async () => {
    const path = file(
      'a.csv',
      `from,to,timestamp\nann,bob,${start}\nann,bob,${start}\nann,bob,${start}\nbob,ann,${start + 5}\n`,
    );
    expect(await importInto(store, path)).toMatchObject({ linesRead: 4, added: 4, alreadyKnown: 0 });
    expect(await importInto(store, path)).toMatchObject({ linesRead: 4, added: 0, alreadyKnown: 4 });
    const longer = file('b.csv', `from,to,timestamp\n${`ann,bob,${start}\n`.repeat(5)}`);
    expect(await importInto(store, longer)).toMatchObject({ added: 2, alreadyKnown: 3 });
    expect(totals()).toMatchObject({ members: 2, activities: 6 });
  });

  it('counts people who were only written to', async () => {
    await importInto(store, file('a.csv', `from,to,timestamp\nann,bob,${start}\nann,eve,${start + 1}\n`));
    expect(totals()).toMatchObject({ members: 3, activities: 2 });
  });

  it('knows an activity by its id, whatever else changed', async () => {
    await importInto(store, file('a.csv', `id,author,created_at\n1,ann,2025-01-01T10:00:00Z\n`));
    expect(
      await importInto(
        store,
        file('b.csv', `id,author,created_at\n1,ann,2025-01-01T10:00:01Z\n2,ann,2025-01-02T10:00:00Z\n`),
      ),
    ).toMatchObject({
      added: 1,
      alreadyKnown: 1,
    });
  });

  it('keeps both rollups as a rebuild would make them', async () => {
    await importInto(store, file('a.csv', manyLines(9_000)));
    await importInto(
      store,
      file(
        'b.ndjson',
        Array.from({ length: 50 }, (_, at) =>
          JSON.stringify({ user: `m${at}`, at: '2025-03-30T02:30', kind: 'like' }),
        ).join('\n'),
      ),
    );
    const kept = rollups();
    expect(kept.days.length).toBeGreaterThan(100);
    rebuildRollups(store.write, store.communityId);
    expect(rollups()).toEqual(kept);
  });

  it('moves activities to the days of another zone', async () => {
    await importInto(store, file('a.csv', `author,created_at\nann,2025-01-01T23:30:00Z\n`));
    const day = () => (store.read.prepare('SELECT day FROM activities').get() as { day: number }).day;
    const inBerlin = day();
    rebuildRollups(store.write, store.communityId, localDaysIn('America/New_York').dayOf);
    expect(day()).toBe(inBerlin - 1);
    expect(rollups().days).toMatchObject([{ day: inBerlin - 1 }]);
  });

  it('lists the lines it could not take, with their numbers and reasons and nothing of their content', async () => {
    const path = file(
      'a.csv',
      `from,to,timestamp\nann,bob,${start}\n,bob,${start}\nann,bob,soon\nann,bob,-1\nann\n"open,bob,${start}\nbob,ann,${start}\n`,
    );
    let importId = 0 as ImportId;
    const result = await importInto(store, path, {
      onImport: (id) => {
        importId = id;
      },
    });
    expect(result).toMatchObject({ added: 2, rejected: 5 });
    expect(listRejects(store.read, importId, 0, 10)).toEqual([
      { line: 3, reason: 'member-missing' },
      { line: 4, reason: 'time-unreadable' },
      { line: 5, reason: 'time-out-of-range' },
      { line: 6, reason: 'columns-missing' },
      { line: 7, reason: 'quote-unclosed' },
    ]);
    expect(listRejects(store.read, importId, 3, 1)).toEqual([{ line: 6, reason: 'columns-missing' }]);
    expect(findImport(store.read, importId)).toMatchObject({ state: 'finished', linesRead: 7, added: 2, rejected: 5 });
  });

  it('survives a line without an end, NULs, formulas and lone surrogates', async () => {
    const rows = [
      `=cmd|' /C calc'!A0,bob,${start}`,
      `a\u0000b,bob,${start}`,
      `${'x'.repeat(1_500_000)}`,
      `ann,bob,${start}`,
      `\ud800,bob,${start}`,
    ];
    const result = await importInto(store, file('a.csv', `from,to,timestamp\n${rows.join('\n')}\n`));
    expect(result).toMatchObject({ added: 2, rejected: 3 });
  });

  it.each([
    [
      'utf16le',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`author,created_at\nAyşe,2025-01-01\n`, 'utf16le')]),
    ],
    ['latin1', Buffer.from(`author,created_at\nZo\u00eb,2025-01-01\n`, 'latin1')],
    ['utf8', Buffer.from(`\ufeffauthor;created_at\r\nليلى;2025-01-01\r\n`, 'utf8')],
  ])('reads %s', async (_, content) => {
    expect(await importInto(store, file('a.csv', content))).toMatchObject({ added: 1, rejected: 0 });
    const { remote_id: name } = store.read.prepare('SELECT remote_id FROM members').get() as { remote_id: string };
    expect(['Ayşe', 'Zoë', 'ليلى']).toContain(name);
  });

  it('maps a path that only later lines have', async () => {
    const path = file(
      'a.ndjson',
      '{"user":"a","at":"2025-01-01"}\n{"user":"b","at":"2025-01-01","to":{"id":"c"}}\nnot json\n',
    );
    const mapping = {
      columns: { member: 'user', at: 'at', target: 'to.id' },
      timeFormat: 'iso-8601',
      defaultKind: 'post',
    } as const;
    expect(await importInto(store, path, { mapping })).toMatchObject({ added: 2, rejected: 1 });
    expect(totals().members).toBe(3);
  });

  it('stops between batches when cancelled, keeps what it has, and goes on without doubling', async () => {
    const path = file('a.csv', manyLines(60_000));
    const controller = new AbortController();
    const seen: number[] = [];
    const progress = (_step: string, done: number) => {
      seen.push(done);
      if (done > 0) controller.abort();
    };
    await expect(importInto(store, path, { job: { signal: controller.signal, progress } })).rejects.toThrow();
    const [cancelled] = listImports(store.read, store.communityId);
    expect(cancelled?.state).toBe('cancelled');
    expect(cancelled?.added).toBeGreaterThan(0);
    expect(cancelled?.added).toBeLessThan(60_000);
    expect(totals().activities).toBe(cancelled?.added);
    expect(await importInto(store, path)).toMatchObject({
      added: 60_000 - (cancelled?.added ?? 0),
      alreadyKnown: cancelled?.added,
    });
    expect(totals().activities).toBe(60_000);
    expect(seen.length).toBeGreaterThan(0);
  });

  it('says how it ended when the file vanishes', async () => {
    const mapping = { columns: { member: 'a', at: 'b' }, timeFormat: 'iso-8601', defaultKind: 'post' } as const;
    await expect(importInto(store, join(store.folder, 'gone.csv'), { mapping })).rejects.toMatchObject({
      code: 'file-unreadable',
    });
    expect(listImports(store.read)[0]?.state).toBe('failed');
  });

  it('marks imports that a power cut left running', () => {
    const mapping = { columns: {}, timeFormat: 'iso-8601', defaultKind: 'post' } as const;
    startImport(store.write, { communityId: store.communityId, mapping, timeZone: 'UTC', startedAt: 1 });
    expect(failInterruptedImports(store.write, 5)).toBe(1);
    expect(listImports(store.read)[0]).toMatchObject({ state: 'failed', finishedAt: 5 });
  });
});

describe('looking first', () => {
  it('refuses folders, empty and binary files', async () => {
    await expect(inspectFile(store.folder)).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(inspectFile(file('a.csv', ''))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(inspectFile(file('a.csv', ' \n\n'))).rejects.toMatchObject({ code: 'file-empty' });
    await expect(
      inspectFile(file('a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]))),
    ).rejects.toMatchObject({ code: 'file-not-text' });
  });

  it('shows what the first lines would become and stores nothing', async () => {
    const path = file('a.csv', `from,to,timestamp\nann,bob,${start}\nann,bob,never\n`);
    const { inspection } = await inspectFile(path);
    const zones = { fileZone: 'UTC', communityZone: 'UTC' };
    const preview = await previewFile(path, { mapping: inspection.suggested, ...zones, now: Date.UTC(2026, 0, 1) });
    expect(preview).toEqual({
      rows: [
        {
          line: 2,
          member: 'ann',
          target: 'bob',
          at: start * 1000,
          kind: 'message',
          level: 3,
          answers: false,
          request: false,
          noAnswer: false,
          spam: false,
          closed: false,
          bot: false,
        },
      ],
      rejected: [{ line: 3, reason: 'time-unreadable' }],
    });
    expect(totals()).toMatchObject({ members: 0, activities: 0 });
  });
});
