import { describe, expect, it } from 'vitest';
import { publishMetric } from '../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { releaseDashboard } from '../../../electron/data/health/disclosure/release-dashboard.ts';
import { identityRulesFor } from '../../../electron/data/health/disclosure/rules.ts';
import { metricCsv } from '../../../electron/data/health/metric-csv.ts';
import { attendanceBySession } from '../../../electron/data/health/metrics/connection/group-activity-participation.ts';
import type { RawGaps } from '../../../electron/data/health/metrics/raw-result.ts';
import { mentoredStay } from '../../../electron/data/health/metrics/resilience/mentored-stay.ts';
import { eventTimes, type FollowUp } from '../../../electron/data/health/statistics/event-times.ts';
import type { ReportWords } from '../../../electron/data/reports/report-words.ts';
import { shapeTable } from '../../../electron/data/reports/shape-table.ts';

const leaving = (people: number, pace: number) =>
  eventTimes(Array.from({ length: people }, (_, at): FollowUp => ({ time: (at + 1) * pace, ending: 'event' })));
const raw: RawGaps = {
  kind: 'gaps',
  rows: [
    {
      id: 'all',
      label: { name: 'Mentored' },
      group: { part: 60, whole: 200 },
      rest: { part: 240, whole: 400 },
      curves: { group: leaving(200, 1), rest: leaving(400, 1) },
    },
  ],
};

describe('a comparison in a file', () => {
  it('says difference, ratio and the difference of the medians, from published values', () => {
    const view = releaseDashboard(
      {
        ...{ communityId: 1, dashboard: 'resilience', unit: 'quarter', timeZone: 'UTC', computedAt: 0, cutOff: 0 },
        ...{ window: null, teamRule: [], annotations: [], identityRules: identityRulesFor('team') },
        metrics: [{ module: mentoredStay, raw }],
      },
      'team',
    );
    const lines = metricCsv(view, 'Z23')?.text.trim().split(/\r?\n/) ?? [];
    const said = lines.slice(1).map((line) => line.split(','));
    expect(said.map(([metric, , group, , , , value]) => [metric, group, value])).toEqual([
      ['Z23', 'Mentored', '-30'],
      ['Z23_ratio', 'Mentored', '0.5'],
      ['Z23_median_gap', 'Mentored', '-100'],
    ]);
  });

  it('names a row by its day, and not by the moment that stands for it', () => {
    const start = Date.UTC(2026, 8, 23);
    const row = { id: '0', label: { key: 'connection:rows.session', params: { start } }, facet: { name: 'Book club' } };
    const view = releaseDashboard(
      {
        ...{ communityId: 1, dashboard: 'connection', unit: 'quarter', timeZone: 'UTC', computedAt: 0, cutOff: 0 },
        ...{ window: null, annotations: [], identityRules: identityRulesFor('team'), teamRule: [] },
        metrics: [
          {
            module: attendanceBySession,
            raw: { kind: 'counts', draw: 'bars', of: 'people', rows: [{ ...row, count: 12 }] },
          },
        ],
      },
      'team',
    );
    expect(metricCsv(view, 'R13_sessions')?.text).toContain('Book club / session 2026-09-23');
  });

  it('stands in a report as a difference and as a ratio', () => {
    const words = {
      say: (key: string) => key,
      label: (label: { name: string }) => label.name,
      count: (value: { value?: number }) => String(value.value),
      number: String,
      tick: String,
    } as unknown as ReportWords;
    const table = shapeTable(publishMetric(raw, identityRulesFor('team')), 'Staying', words);
    expect(table?.heads).toEqual(['measure', 'value', 'ratio', 'people']);
    expect(table?.rows).toEqual([['Mentored', 'withInterval', 'withInterval', '200']]);
  });
});
