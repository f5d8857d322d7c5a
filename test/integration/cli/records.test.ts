import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../shared/ipc/contract.ts';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

describe('records from a terminal', () => {
  let line: CommandLine;
  beforeAll(async () => {
    line = aCommandLine();
    await line.json('import', fileOf('acts.csv', 'from,to,at\nanna,ben,2026-03-02T10:00:00Z\n'));
  });
  afterAll(() => line.remove());

  function fileOf(name: string, text: string): string {
    const path = join(line.folder, name);
    writeFileSync(path, text);
    return path;
  }

  it('come in from a filled-in template, once', async () => {
    const { out } = await line.run(['records', 'template', '--kind', 'event']);
    expect(out).toBe(
      'name,kind,series,day,partner\nBook club in March,book-club,Book club,2026-03-05,Rainbow Library\n',
    );
    const file = fileOf('events.csv', out.replace('Rainbow Library', ''));
    const first = await line.json<{ added: number }>('records', 'import', file, '--kind', 'event');
    expect(first).toMatchObject({ state: 'finished', added: 1, rejected: 0 });
    expect(await line.json('records', 'import', file, '--kind', 'event')).toMatchObject({ added: 0, alreadyKnown: 1 });
  });

  it('take a list of one event, and say which lines they could not take', async () => {
    const file = fileOf('list.csv', 'who,came\nanna,yes\nben,maybe\n');
    const args = ['records', 'import', file, '--kind', 'attendance', '--map', 'member=who'];
    const { code, out } = await line.run([...args, '--set', 'event=Book club in March']);
    expect(code).toBe(0);
    expect(out).toContain('Added: 1');
    expect(out).toContain('This is neither yes nor no.');
    expect(out).not.toContain('maybe');
    const listed = await line.json<Output<'records.list'>>('records', 'list', '--kind', 'attendance', '--find', 'anna');
    expect(listed.rows.map(({ values }) => values.member)).toEqual(['anna']);
    const table = await line.run(['records', 'list', '--kind', 'attendance']);
    expect(table.out).toContain('Book club in March (2026-03-05)');
  });

  it('refuse what nobody could mean', async () => {
    const file = fileOf('some.csv', 'name\nx\n');
    expect((await line.run(['records', 'import', file, '--kind', 'gossip'])).code).not.toBe(0);
    expect((await line.run(['records', 'import', file, '--kind', 'event', '--set', 'nowhere=1'])).err).toContain(
      'Fields:',
    );
    const { err } = await line.run(['records', 'import', file, '--kind', 'event']);
    expect(err).toContain('Say where each needed field comes from');
    const survey = fileOf('survey.csv', 'E-mail,Heard\na@b.example,5\n');
    expect((await line.run(['records', 'import', survey, '--kind', 'surveyAnswer'])).err).toContain(
      'says who answered',
    );
  });
});
