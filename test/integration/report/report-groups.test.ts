import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attachIdentity } from '../../../electron/data/identity/identity-of.ts';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import { createActivityWriter } from '../../../electron/data/store/activities/commands.ts';
import type { MemberId } from '../../../shared/domain/ids.ts';
import { aClock, aDataContext } from '../../builders/data-context.ts';
import { anIdentityVault, answerQuestion } from '../../builders/identity.ts';
import { aCommunity } from '../../builders/people.ts';
import { aStore } from '../../builders/store.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const day = 86_400_000;

it('a report tells groups by the rules of an export, and a later withdrawal changes nothing in it', async () => {
  const store = aStore();
  const clock = aClock(Date.UTC(2026, 9, 20));
  const context = aDataContext(store, { clock });
  const vault = anIdentityVault(store);
  attachIdentity(context, vault);
  const communityId = aCommunity(store.write, { time_zone: 'UTC' });
  const writer = createActivityWriter(store.write, { communityId, importId: null, now: clock.at });
  store.transaction(() =>
    writer.add(
      Array.from({ length: 400 }, (_, at) => {
        const when = Date.UTC(2026, 3, 1) + (at % 180) * day;
        const rest = { target: null, kind: 'post', level: 2, space: null, thread: null, mayRepeat: false } as const;
        const key = Buffer.from(`${at}`);
        return {
          ...rest,
          member: `m${at % 200}`,
          at: when,
          day: Math.floor(when / day),
          key,
          parentKey: null,
          flags: 0,
        };
      }),
    ),
  );
  const members = (
    store.read.prepare('SELECT id FROM members WHERE community_id = ? ORDER BY id').all(communityId) as {
      id: MemberId;
    }[]
  ).map(({ id }) => id);
  const say = (from: number, to: number, word: string) =>
    members.slice(from, to).map((member) => ({ member, answers: [word] }));
  answerQuestion(store.write, vault.ensure(), communityId, [
    ...say(0, 83, 'woman'),
    ...say(83, 157, 'man'),
    ...say(157, 168, 'non-binary'),
  ]);

  let made = 0;
  const reported = async (): Promise<string> => {
    made += 1;
    const folder = join(aTempFolder(), `out${made}`);
    mkdirSync(folder);
    const formats = ['html' as const, 'json' as const];
    const { jobId } = await reportHandlers['reports.export'](context, {
      communityId,
      folder,
      locale: 'en',
      formats,
      title: '',
    });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
    const inner = join(folder, readdirSync(folder)[0] ?? '');
    return readFileSync(join(inner, 'report.json'), 'utf8');
  };
  const first = await reported();
  const { groups } = JSON.parse(first) as { groups: { measure: string; threshold: number; chart: unknown }[] };
  expect(groups.map(({ measure }) => measure)).toContain('representation');
  expect(groups.every(({ threshold }) => threshold === 12)).toBe(true);
  // Eleven people: named among those too few, with no number.
  const text = JSON.stringify(groups);
  expect(text).toContain('Non-binary');
  for (const secret of [83, 74, 11, 168]) expect(text).not.toMatch(new RegExp(`"value":${secret}[,}]`));
  answerQuestion(store.write, vault.ensure(), communityId, say(0, 30, 'prefer-not-to-say'));
  clock.advance(10 * day);
  expect(await reported()).toBe(first);
});
