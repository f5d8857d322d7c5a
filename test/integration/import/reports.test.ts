import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ImportSummary } from '../../../shared/ipc/topics/imports.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';
import { aCommandLine } from '../cli/run-hearth.ts';

const lines = [
  'ticket,reported,reported_by,created_at,category,title,description,message',
  't1,ada,ben,2026-01-02T10:00:00Z,harassment,Rude,"Please look, it hurts","=cmd|\' /C calc\'!A0 you are nothing"',
  't2,ada,cleo,2026-01-03T10:00:00Z,unheard-of,Again,,',
  't3,dora,,2026-01-04T10:00:00Z,outing,Outed,,نص المنشور',
  't4,,ben,2026-01-04T10:00:00Z,spam,,,',
  't5,ada,ben,sometime,spam,,,',
  '',
].join('\n');

async function aFileCommunity(): Promise<{
  service: RunningService;
  communityId: number;
  write: (text: string) => string;
}> {
  const service = await anOpenService();
  const input = { name: 'Garden', timeZone: 'UTC', holdsPersonalData: true };
  const { id } = await service.call('communities.createForImport', input);
  const write = (text: string) => {
    const file = join(service.directory, 'reports.csv');
    writeFileSync(file, text);
    return file;
  };
  return { service, communityId: id, write };
}

async function run(service: RunningService, communityId: number, file: string): Promise<ImportSummary> {
  const mapping = await service.call('reportImports.suggest', { file });
  const { importId } = await service.call('reportImports.start', { file, mapping, timeZone: 'UTC', communityId });
  const found = async () => (await service.call('imports.list', {})).find((one) => one.importId === importId);
  await expect.poll(async () => (await found())?.state).toBe('finished');
  const summary = await found();
  if (!summary) throw new Error('no import');
  return summary;
}

describe('reports from a file', () => {
  it('guess what the columns mean and show the first lines without their words', async () => {
    const { service, write } = await aFileCommunity();
    const file = write(lines);
    const mapping = await service.call('reportImports.suggest', { file });
    expect(mapping).toEqual({
      columns: {
        target: 'reported',
        at: 'created_at',
        reporter: 'reported_by',
        title: 'title',
        comment: 'description',
        text: 'message',
        category: 'category',
        id: 'ticket',
      },
      timeFormat: 'iso-8601',
    });
    const preview = await service.call('reportImports.preview', { file, mapping, timeZone: 'UTC' });
    expect(preview.rows.map(({ target, category, hasText }) => [target, category, hasText])).toEqual([
      ['ada', 'harassment', true],
      ['ada', 'other', false],
      ['dora', 'outing', true],
    ]);
    expect(preview.rejected).toEqual([
      { line: 5, reason: 'member-missing' },
      { line: 6, reason: 'time-unreadable' },
    ]);
    expect(JSON.stringify(preview)).not.toContain('nothing');
  });

  it('become cases with evidence that are decided here', async () => {
    const { service, communityId, write } = await aFileCommunity();
    expect(await run(service, communityId, write(lines))).toMatchObject({ added: 3, alreadyKnown: 0, rejected: 2 });
    const { hits } = await service.call('search.find', { query: 'nothing' });
    expect(hits.map(({ caseId }) => caseId)).toContain(1);
    const view = await service.call('case.get', { caseId: 1 });
    expect(view.reports).toHaveLength(2);
    const shown = JSON.stringify(view);
    for (const part of ['Please look, it hurts', '=cmd|', 'ben', 'cleo']) expect(shown).toContain(part);

    const decided = await service.call('case.decide', {
      caseId: 1,
      caseVersion: view.version,
      finding: 'upheld',
      policyId: null,
      severity: null,
      personEffect: 'none',
      notifyPerson: false,
      reasonInternal: 'Seen.',
      reasonPerson: '',
    });
    // There is nobody to tell: nothing waits to be sent.
    expect(decided.undoUntil).toBeNull();
    expect(await service.call('outbox.list', null)).toEqual([]);
    const stateOf = async (caseId: number) => (await service.call('case.get', { caseId })).state;
    expect(await stateOf(1)).toBe('decided');

    // Read again, nothing comes back to life; a line that is new opens what it must.
    expect(await run(service, communityId, write(lines))).toMatchObject({ added: 0, alreadyKnown: 3 });
    expect(await stateOf(1)).toBe('decided');
    const more = `${lines}t6,ada,eli,2026-01-05T10:00:00Z,hate,New,,more\n`;
    expect(await run(service, communityId, write(more))).toMatchObject({ added: 1, alreadyKnown: 3 });
  });

  it('know a line without an id again', async () => {
    const { service, communityId, write } = await aFileCommunity();
    const plain = 'reported,created_at,text\nada,2026-01-02T10:00:00Z,words\n';
    expect(await run(service, communityId, write(plain))).toMatchObject({ added: 1 });
    expect(await run(service, communityId, write(plain))).toMatchObject({ added: 0, alreadyKnown: 1 });
  });

  it('are refused for a connected community, and without the columns they need', async () => {
    const { service, communityId, write } = await aFileCommunity();
    const file = write('who,when\na,2026-01-01\n');
    const start = (columns: Record<string, string>) =>
      service.call('reportImports.start', {
        file,
        mapping: { columns, timeFormat: 'iso-8601' },
        timeZone: 'UTC',
        communityId,
      });
    await expect(start({ target: 'who' })).rejects.toMatchObject({ code: 'columns-incomplete' });
    await expect(start({ target: 'who', at: 'gone' })).rejects.toMatchObject({ code: 'columns-incomplete' });
    expect(await service.call('imports.list', {})).toEqual([]);
  });
});

describe('saved mappings', () => {
  it('are kept by community, offered, renamed, removed, and go with it', async () => {
    const { service, communityId } = await aFileCommunity();
    const mapping = { columns: { member: 'wer', at: 'wann' }, timeFormat: 'iso-8601', defaultKind: 'post' } as const;
    const save = (name: string) =>
      service.call('mappings.save', { communityId, saved: { holds: 'activities', name, mapping } });
    await save('  Monthly ');
    await save('Weekly');
    await save('Monthly');
    const names = async () => (await service.call('mappings.list', { communityId })).map(({ name }) => name);
    expect(await names()).toEqual(['Monthly', 'Weekly']);
    const which = { communityId, holds: 'activities', name: 'Weekly' } as const;
    await expect(service.call('mappings.rename', { ...which, to: 'Monthly' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await service.call('mappings.rename', { ...which, to: 'Sundays' });
    await expect(service.call('mappings.rename', { ...which, to: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await names()).toEqual(['Monthly', 'Sundays']);
    await service.call('mappings.remove', { communityId, holds: 'activities', name: 'Monthly' });
    expect(await service.call('mappings.list', { communityId })).toEqual([
      { holds: 'activities', name: 'Sundays', mapping },
    ]);
    await service.call('communities.erase', { communityId, confirm: 'erase' });
    await expect(service.call('mappings.list', { communityId })).rejects.toMatchObject({ code: 'not-found' });
    const next = await service.call('communities.createForImport', {
      name: 'Next',
      timeZone: 'UTC',
      holdsPersonalData: true,
    });
    expect(await service.call('mappings.list', { communityId: next.id })).toEqual([]);
  });

  it('serve the command line', async () => {
    const line = aCommandLine();
    const file = (name: string, text: string) => {
      const path = join(line.folder, name);
      writeFileSync(path, text);
      return path;
    };
    const first = file('a.csv', 'wer,wann\nada,2026-01-01T10:00:00Z\n');
    const map = ['--map', 'member=wer', '--map', 'at=wann', '--save-mapping', 'Monthly'];
    expect(await line.json('import', first, '--new', 'Garden', ...map)).toMatchObject({ added: 1 });
    const second = file('b.csv', 'wer,wann\nben,2026-02-01T10:00:00Z\n');
    expect(await line.json('import', second, '--mapping', 'Monthly')).toMatchObject({ added: 1 });
    expect((await line.run(['import', second, '--mapping', 'Yearly'])).code).toBe(2);
    // A name that can't be kept is told before anything is read in.
    const third = file('c.csv', 'wer,wann\ncleo,2026-03-01T10:00:00Z\n');
    const named = ['--mapping', 'Monthly', '--save-mapping', 'x'.repeat(101)];
    expect((await line.run(['import', third, ...named])).code).not.toBe(0);
    const reports = file('r.csv', lines);
    expect(await line.json('import', reports, '--holds', 'reports')).toMatchObject({ added: 3, rejected: 2 });
    const out = join(line.folder, 'out.ndjson');
    expect(await line.json('export-activities', out)).toEqual({ activities: 2, members: 2 });
    expect(await line.json('import', out, '--new', 'Copy')).toMatchObject({ source: 'hearth', added: 2 });
    line.remove();
  });
});
