import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chartCsv, chartMetrics } from '../../../electron/data/health/chart-csv.ts';
import { computeHealth } from '../../../electron/data/health/compute-health.ts';
import { releaseHealth } from '../../../electron/data/health/disclosure/release-health.ts';
import type { RawHealth } from '../../../electron/data/health/raw-health.ts';
import { type ReportModel, reportModel } from '../../../electron/data/reports/report-model.ts';
import { type ReportTask, writeReport } from '../../../electron/data/reports/write-report.ts';
import { importInto, openTestStore, type TestStore } from '../../builders/activity-store.ts';
import { gallery } from '../../e2e/gallery/made-up-charts.ts';
import { row, shown } from '../../e2e/gallery/made-up-values.ts';

/** People who join in six months. Sizes over 100 that no rounding gives: found anywhere, they are true counts. */
const JOINING = [182, 161, 148, 134, 13, 3];
const now = Date.UTC(2026, 10, 22);
let store: TestStore;
let counted: RawHealth;

beforeEach(async () => {
  store = openTestStore({ timeZone: 'Europe/Berlin' });
  const lines: string[] = [];
  for (const [month, size] of JOINING.entries()) {
    for (let person = 0; person < size; person += 1) {
      const stays = (person % (JOINING.length - month)) + 1;
      for (let later = 0; later < stays; later += 1) {
        const at = new Date(Date.UTC(2026, month + later, 3 + (person % 20), 12)).toISOString();
        lines.push(`p${month}-${person},p${month}-${(person + 1 + later) % size},${at}`);
      }
    }
  }
  const path = join(store.folder, 'a.csv');
  writeFileSync(path, `from,to,at\n${lines.join('\n')}\nzz,zy,2026-09-20T00:00:00Z\n`);
  await importInto(store, path, { now });
  const question = { communityId: store.communityId, unit: 'month', level: 2, gapDays: 90, now } as const;
  counted = await computeHealth(store.read, question);
});
afterEach(() => store.close());

function view(place: 'team' | 'export') {
  return releaseHealth(counted, place);
}

function task(
  overrides: Partial<ReportTask> & { language?: 'en' | 'ar'; title?: string; splits?: ReportModel['splits'] } = {},
): ReportTask {
  const { language = 'en', title = '', splits = [], ...rest } = overrides;
  const folder = join(store.folder, 'out');
  mkdirSync(folder, { recursive: true });
  const quarter = { from: '2026-07-01', to: '2026-09-30' };
  const around = { dashboards: [], splits, quarter, version: '0.1.0', gapDays: 90 };
  const model = reportModel({ view: view('export'), language, title, ...around });
  return { folder, formats: ['html', 'csv', 'json'], model, renderPdf: null, ...rest };
}

const job = (signal: AbortSignal = new AbortController().signal) => ({ signal, progress: () => {} });
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

/** A page without the fonts it carries: their bytes as text could spell anything. */
function withoutFonts(page: string): string {
  return page.replaceAll(/@font-face \{[^{}]*data:font\/woff2;base64,[A-Za-z0-9+/=]+[^{}]*\}/g, '');
}

/** A question of which 44 % of those asked answered, beside two populations. */
function aSplit(): ReportModel['splits'] {
  const chart = gallery.flatMap(({ charts }) => charts).find(({ metricId }) => metricId === 'Z17');
  const label = { key: 'outreach:rows.answered', params: {} };
  const answered = { ...row('all', shown(60, 52, 67)), label };
  return [
    {
      question: 'disability',
      wording: { en: 'Are you disabled?' },
      coverage: { kind: 'bars', unit: 'percent', facets: [{ id: '0', label: null, rows: [answered] }] },
      chart,
      beside: [],
      threshold: 12,
      rounding: 5,
    },
  ] as unknown as ReportModel['splits'];
}

describe('a report by group', () => {
  it('names the populations with difference and ratio on the page, in the files and for machines', async () => {
    const { folder } = await writeReport(task({ splits: aSplit() }), job());
    const page = withoutFonts(read(folder, 'community-health.html')).replace(/[\u2068\u2069]/g, '');
    expect(page).toContain('About 60% of those asked named a group.');
    expect(page).toContain('Benchmark: Residents aged 16 and over, England and Wales, 2021, from age 16.');
    expect(page).toContain('People there were asked: “Are your day-to-day activities limited?”. Source: Census.');
    expect(page).toMatch(/Compared with.*Difference.*As a ratio/s);
    expect(page).toContain('<td>Students of the university, England and Wales, 2024</td>');
    expect(page).toContain('0.58 (0.42 to 0.79)');
    const json = JSON.parse(read(folder, 'report.json')) as { benchmarks: unknown };
    expect(json.benchmarks).toEqual([
      expect.objectContaining({ question: 'disability', population: 'Residents aged 16 and over', year: 2021 }),
      expect.objectContaining({ question: 'disability', population: 'Students of the university', year: 2024 }),
    ]);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['z17-disability.csv', 'z21-disability.csv']));
    expect(read(folder, 'z17-disability.csv')).toContain('Students of the university, England and Wales, 2024');
  });
});

describe('a report', () => {
  it('has every file under a name that says nothing about the community', async () => {
    const renderPdf = (html: string) => Promise.resolve(new TextEncoder().encode(`%PDF of ${html.length}`));
    const { folder, files } = await writeReport(task({ formats: ['html', 'pdf', 'csv', 'json'], renderPdf }), job());
    expect(files).toEqual([
      'community-health.html',
      'community-health.pdf',
      'return-on-period.csv',
      'stay-curve.csv',
      'life-cycle.csv',
      'reciprocity.csv',
      'report.json',
    ]);
    expect(folder).toMatch(/community-health-2026-11-22$/);
    expect(read(folder, 'community-health.pdf')).toMatch(/^%PDF/);
  });

  it('says in its definitions that the team is counted, or beside a chart since when it is not', async () => {
    const pageOf = async () => {
      const { folder } = await writeReport(task({ formats: ['html'] }), job());
      return withoutFonts(read(folder, 'community-health.html')).replace(/[\u2068\u2069]/g, '');
    };
    const counting = await pageOf();
    expect(counting).toContain('Your team is counted among members.');
    counted = { ...counted, teamRule: [{ from: Date.UTC(2026, 6, 1) / 86_400_000, isCounted: false }] };
    const leaving = await pageOf();
    expect(leaving).toContain('From July 1, 2026 on whoever was on your team when they joined is not counted.');
    // Ties are of everybody, whatever was chosen.
    expect(leaving.match(/Your team is counted among members\./g)).toHaveLength(1);
    expect(counting.match(/Your team is counted among members\./g)?.length).toBeGreaterThan(2);
  });

  it.each(['en', 'ar'] as const)('is one page in %s that loads and runs nothing', async (language) => {
    const { folder } = await writeReport(task({ language, title: '<script>alert("x")</script> & "us"' }), job());
    const whole = read(folder, 'community-health.html');
    const page = withoutFonts(whole);
    expect(whole.match(/font-family: "Report Arabic"/g)?.length ?? 0).toBe(language === 'ar' ? 2 : 0);
    expect(whole.match(/font-family: "Report"/g)?.length).toBe(2);
    expect(page).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|@import|url\((?!#)|src=|https?:|javascript:/i);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/\{\{|document\.|undefined|NaN|\[object/);
    const errors: string[] = [];
    parse(page, { onParseError: (error) => errors.push(error.code) });
    expect(errors).toEqual([]);
    // Return, stay and life cycle; mutual replies are a chart of the first pillar, which this report has not.
    expect(page.match(/<svg role="img" aria-label="[^"]+"/g)?.length).toBe(3);
    expect(page.match(/<table>/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('holds no true count that rounding should have hidden', async () => {
    const { folder, files } = await writeReport(task(), job());
    expect(counted.retention?.rows.map((row) => row.size).slice(0, 6)).toEqual(JOINING);
    const document = JSON.parse(read(folder, 'report.json'));
    const sizes = document.charts.retention.cohorts
      .slice(0, 6)
      .map((cohort: { size: { value?: number } }) => cohort.size.value);
    expect(sizes).toEqual([180, 160, 150, 135, 15, undefined]);
    for (const name of files) {
      const text = withoutFonts(read(folder, name)).replaceAll(/\d{4}-\d{2}-\d{2}|d="[^"]*"|\b[xy][12]?="[^"]*"/g, '');
      for (const size of [182, 161, 148, 134, 641, 643])
        expect(text, `${size} in ${name}`).not.toMatch(new RegExp(`(?<!\\d)${size}(?!\\d)`));
    }
    expect(document).toMatchObject({
      threshold: 7,
      rounding: 5,
      timeZone: 'Europe/Berlin',
      weekStart: 'monday',
      gapDays: 90,
    });
  });

  it('gives the same numbers when it is written again, beside the first', async () => {
    const first = await writeReport(task(), job());
    const second = await writeReport(task(), job());
    expect(second.folder).toBe(`${first.folder}-2`);
    for (const name of first.files) expect(read(second.folder, name)).toBe(read(first.folder, name));
  });

  it('leaves nothing behind when it is cancelled, fails or has nowhere to go', async () => {
    const controller = new AbortController();
    const renderPdf = () => {
      controller.abort();
      return Promise.resolve(new Uint8Array());
    };
    await expect(
      writeReport(task({ formats: ['html', 'pdf', 'csv'], renderPdf }), job(controller.signal)),
    ).rejects.toThrow();
    await expect(writeReport(task({ formats: ['html', 'pdf'] }), job())).rejects.toMatchObject({
      code: 'pdf-unavailable',
    });
    await expect(writeReport(task({ folder: join(store.folder, 'gone') }), job())).rejects.toMatchObject({
      code: 'folder-not-writable',
    });
    expect(readdirSync(join(store.folder, 'out'))).toEqual([]);
  });
});

describe('files of charts', () => {
  it('are tidy, one row per value, with the columns of the format', () => {
    for (const metric of chartMetrics) {
      const lines = chartCsv(view('export'), metric)?.text.trimEnd().split('\r\n') ?? [];
      expect(lines[0]).toBe(
        'metric_id,definition_version,group,period_start,period_end,level,value,lower,upper,n_rounded,flag',
      );
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) expect(line.split(',')).toHaveLength(11);
    }
  });

  it('show a hidden value as [c] and an open one with its flag', () => {
    const text = chartCsv(view('export'), 'Z4')?.text ?? '';
    expect(text).toMatch(/cohort 2026-06-01 interval 0,2026-06-01,2026-06-30,2,\[c\],,,\[c\],/);
    expect(chartCsv(view('team'), 'Z4')?.text).toMatch(/,o\r\n/);
  });
});
