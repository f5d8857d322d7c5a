import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dayNumberOfIsoDate } from '../../../electron/data/health/calendar/civil-day.ts';
import { reportHandlers } from '../../../electron/data/reports/handlers.ts';
import { addAnnotation } from '../../../electron/data/store/annotations/annotations.ts';
import { anIdentityDesk } from '../../builders/identity-desk.ts';
import { aPost } from '../../builders/new-activities.ts';
import { aTempFolder } from '../../builders/temp-folder.ts';

const day = 86_400_000;

/** Two hundred people over half a year, and notes before, in and after the quarter of the report. */
function aCommunityWithNotes() {
  const acts = Array.from({ length: 600 }, (_, at) => aPost(`m${at % 200}`, Date.UTC(2026, 3, 1) + (at % 180) * day));
  const { context, communityId } = anIdentityDesk({ acts, now: Date.UTC(2026, 9, 20) });
  for (const [date, text] of [
    ['2026-06-30', 'Before'],
    ['2026-07-01', 'First day'],
    ['2026-09-30', 'Last day'],
    ['2026-10-01', 'After'],
  ] as const) {
    addAnnotation(context.write, { communityId, day: dayNumberOfIsoDate(date) ?? 0, text, at: 0 });
  }
  const exported = async (more: object): Promise<string> => {
    const folder = join(aTempFolder(), 'out');
    mkdirSync(folder);
    const request = { communityId, folder, locale: 'en', title: '', ...more } as const;
    const { jobId } = await reportHandlers['reports.export'](context, { ...request, formats: ['html', 'json'] });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'finished' });
    const inner = join(folder, readdirSync(folder)[0] ?? '');
    return readdirSync(inner)
      .map((name) => readFileSync(join(inner, name), 'utf8'))
      .join('\n');
  };
  const draft = () => reportHandlers['reports.draft'](context, { communityId, version: 'public' });
  return { context, communityId, exported, draft };
}

describe('the draft of a report', () => {
  it('offers what is told with an interval, by the rule first, and the notes of the quarter', async () => {
    const { context, communityId, draft } = aCommunityWithNotes();
    const told = await draft();
    expect(told.quarter).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    const notes = await reportHandlers['reports.notes'](context, { communityId });
    expect(notes.map(({ text }) => text)).toEqual(['First day', 'Last day']);
    const resilience = told.headlines.find(({ topic }) => topic === 'resilience');
    expect(resilience?.choices.map(({ metricId }) => metricId)).toContain('Z8');
    for (const { finding } of told.headlines.flatMap(({ choices }) => choices)) {
      expect(finding.params).toMatchObject({ lower: expect.any(Number), upper: expect.any(Number) });
    }
    // Advocacy has no data here: nothing is offered, and nothing is made up.
    expect(told.headlines.find(({ topic }) => topic === 'advocacy')?.choices).toEqual([]);
  });

  it('puts what was chosen and written into the files, and leaves notes out where they are not wanted', async () => {
    const { exported } = aCommunityWithNotes();
    const whole = await exported({ changed: 'We answer at night now.', headlines: { resilience: 'Z8' } });
    expect(whole).toContain('We answer at night now.');
    expect(whole).toMatch(/July 1, 2026: <bdi>First day/);
    expect(whole).not.toMatch(/Before<|"Before"|After<|"After"/);
    expect(whole).toContain('"writtenFor": "public"');
    const without = await exported({ withNotes: false });
    expect(without).not.toContain('First day');
  });

  it('refuses a finding that is not told with an interval', async () => {
    const { context, communityId } = aCommunityWithNotes();
    const request = { communityId, folder: aTempFolder(), locale: 'en', title: '' } as const;
    const { jobId } = await reportHandlers['reports.export'](context, {
      ...request,
      formats: ['json'],
      headlines: { advocacy: 'A1' },
    });
    expect(await context.jobs.wait(jobId)).toMatchObject({ state: 'failed', errorCode: 'nothing-to-report' });
  });
});
