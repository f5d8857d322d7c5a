import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aCommandLine, type CommandLine } from './run-hearth.ts';

let line: CommandLine;
beforeAll(async () => {
  line = aCommandLine();
  const activities = join(line.folder, 'activities.csv');
  writeFileSync(activities, 'member,at\nada,2026-03-01T10:00:00Z\nben,2026-03-02T10:00:00Z\n');
  await line.json('import', activities, '--new', 'Garden');
});
afterAll(() => line.remove());

it('asks, reads in, withdraws and erases, and prints nobody’s answer', async () => {
  const survey = join(line.folder, 'survey.csv');
  writeFileSync(survey, 'who,consent,age,gender\nada,yes,31,starlit\nben,no,40,man\nzoe,yes,17,man\n');
  const asked = await line.json('identity', 'ask', '--kind', 'gender', '--purpose', 'A welcome for all');
  expect(asked).toEqual({ version: 1 });
  const read = ['identity', 'import', survey, '--consent-text', 'v1'];
  expect((await line.run(read)).code).not.toBe(0);
  const { code, out } = await line.run([...read, '--map', 'member=who']);
  expect(code).toBe(0);
  expect(out).toContain('Lines read: 3. Taken: 1.');
  expect(out).toContain('There is no consent.');
  for (const word of ['starlit', 'ada', 'ben']) expect(out).not.toContain(word);

  const withdraw = ['identity', 'withdraw'];
  expect((await line.run(withdraw)).code).toBe(2);
  expect((await line.run(withdraw, { HEARTH_MEMBER: 'ada' })).out).toContain('Done.');
  const again = await line.json('identity', 'import', survey, '--consent-text', 'v1', '--map', 'member=who');
  // What is kept of the member is not told by the answer: see identity-calls.
  expect(again).toMatchObject({ accepted: 1 });

  const file = join(line.folder, 'profile', 'identity.db');
  expect((await line.run(['identity', 'erase'])).code).toBe(2);
  expect(existsSync(file)).toBe(true);
  expect((await line.run(['identity', 'erase', '--yes'])).code).toBe(0);
  expect(existsSync(file)).toBe(false);
});

it('speaks Arabic', async () => {
  const { code, out } = await line.run(['identity', '--help'], { HEARTH_LANGUAGE: 'ar' });
  expect(code).toBe(0);
  expect(out).toContain('إجابات الهوية');
});
