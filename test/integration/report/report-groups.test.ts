import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import type { DataContext } from '../../../electron/data/service/context.ts';
import { reportVersions } from '../../../shared/domain/health/report.ts';
import { anIdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const day = 86_400_000;

it('a report tells groups by the rules of an export, and a later withdrawal changes nothing in it', async () => {
  const acts = Array.from({ length: 400 }, (_, at) => aPost(`m${at % 200}`, Date.UTC(2026, 3, 1) + (at % 180) * day));
  const desk = anIdentityDesk({ acts, now: Date.UTC(2026, 9, 20) });
  const { context, communityId } = desk;
  desk.answer([...desk.said(0, 83, 'woman'), ...desk.said(83, 157, 'man'), ...desk.said(157, 168, 'non-binary')]);

  await expectNoTrueCounts(context, communityId);
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
  desk.answer(desk.said(0, 30, 'prefer-not-to-say'));
  desk.clock.advance(10 * day);
  expect(await reported()).toBe(first);
});

/** Exports every version in every form but PDF, and looks for the true sizes of the groups in all files. */
async function expectNoTrueCounts(context: DataContext, communityId: number): Promise<void> {
  for (const version of reportVersions) {
    const folder = aTempFolder();
    const request = { communityId, folder, locale: 'en', title: '', version } as const;
    const { jobId } = await reportHandlers['reports.export'](context, { ...request, formats: ['html', 'csv', 'json'] });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
    const inner = join(folder, readdirSync(folder)[0] ?? '');
    const names = readdirSync(inner);
    expect(names).toContain('report.json');
    for (const name of names) {
      const text = readFileSync(join(inner, name), 'utf8')
        .replaceAll(/<style>.*?<\/style>/gs, '')
        .replaceAll(/\d{4}-\d{2}-\d{2}|\b(d|x|y|x1|x2|y1|y2|cx|cy|width|height|points|viewBox|transform)="[^"]*"/g, '');
      // Files for machines say percentages without their sign: up to 100 a number there may be one.
      for (const secret of name.endsWith('.html') ? [83, 74, 157, 168] : [157, 168])
        expect(text, `${secret} in ${name} of ${version}`).not.toMatch(
          new RegExp(`(?<![\\d.])${secret}(?![\\d.]\\d|\\d|%)`),
        );
    }
  }
}
