import { describe, expect, it } from 'vitest';
import { knownZero } from '../../../../electron/data/health/disclosure/known-zero.ts';
import { identityRulesFor, rulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import type { HealthFacts } from '../../../../electron/data/health/facts/health-facts.ts';
import type { MetricModule } from '../../../../electron/data/health/metrics/metric-module.ts';
import { appeals, appealTime } from '../../../../electron/data/health/metrics/moderation/appeals.ts';
import { backlogAgeNumbers } from '../../../../electron/data/health/metrics/moderation/backlog-age.ts';
import { moderatorLoad } from '../../../../electron/data/health/metrics/moderation/moderator-load.ts';
import { outcomeMix } from '../../../../electron/data/health/metrics/moderation/outcome-mix.ts';
import { repeatTargets } from '../../../../electron/data/health/metrics/moderation/repeat-targets.ts';
import { reportsPerActive } from '../../../../electron/data/health/metrics/moderation/reports-per-active.ts';
import { resolutionRatio } from '../../../../electron/data/health/metrics/moderation/resolution-ratio.ts';
import { timeToFirstAction } from '../../../../electron/data/health/metrics/moderation/time-to-first-action.ts';
import { strings } from '../../../../shared/strings/en.ts';
import { aDay, aFacts, aWindow } from '../../../builders/health-facts.ts';
import { aDecisionFact, anAppealFact, aReportFact } from '../../../builders/moderation-facts.ts';

const team = rulesFor('team');
/** Everything happened in January; March is the newest whole month. */
const quiet = aFacts({
  firstDay: '2026-01-01',
  lastDay: '2026-03-31',
  active: { Ann: { level: 2, days: ['2026-01-05', '2026-03-05'] } },
  moderation: {
    reports: [aReportFact('2026-01-10', { acted: '2026-01-11', closed: '2026-01-11', reporter: 0, upheld: true })],
    decisions: [aDecisionFact('2026-01-11', { isSanction: true })],
    appeals: [anAppealFact('2026-01-12', '2026-01-13', 'upheld')],
  },
});
const knownFrom = { reports: aDay('2026-01-01'), decisions: aDay('2026-01-01') };

const said = (
  metric: MetricModule,
  facts: HealthFacts = quiet,
  more: Partial<Parameters<typeof knownZero>[2]> = {},
) => {
  const window = more.window ?? aWindow(facts, 'month');
  return knownZero(metric.knownZero, metric.compute(facts, window), { knownFrom, rules: team, ...more, window });
};

describe('none of something, where the team may know', () => {
  it('is said of reports, decisions and appeals of a whole period', () => {
    const metrics = [
      ...[timeToFirstAction, resolutionRatio, backlogAgeNumbers],
      ...[outcomeMix, appeals, appealTime, moderatorLoad],
    ];
    const told = metrics.map((metric) => said(metric));
    expect(told).toEqual([
      ...['reports', 'reports', 'openReports'],
      ...['decisions', 'sanctions', 'appealsDecided', 'decisionsInDays'],
    ]);
    for (const key of told) expect(strings.moderation.none).toHaveProperty(String(key));
  });

  it('is said of reports for members by quarter, since few of them are told by quarter', () => {
    const until = (lastDay: string, reported = '2025-10-10') =>
      aFacts({
        firstDay: '2025-10-01',
        lastDay,
        active: { Ann: { level: 2, days: ['2025-10-05', '2026-03-05'] } },
        moderation: { reports: [aReportFact(reported)], decisions: [], appeals: [] },
      });
    const ofQuarter = (facts: HealthFacts) =>
      said(reportsPerActive, facts, {
        window: aWindow(facts, 'quarter'),
        knownFrom: { ...knownFrom, reports: aDay('2025-10-01') },
      });
    expect(said(reportsPerActive)).toBeNull();
    expect(ofQuarter(until('2026-03-31'))).toBe('reports');
    expect(ofQuarter(until('2026-03-30'))).toBeNull();
    expect(ofQuarter(until('2026-03-31', '2026-01-10'))).toBeNull();
  });

  it('is not said where there was one', () => {
    const busy = aFacts({
      ...{ firstDay: '2026-01-01', lastDay: '2026-03-31' },
      active: { Ann: { level: 2, days: ['2026-03-05'] } },
      moderation: { reports: [aReportFact('2026-03-10')], decisions: [], appeals: [] },
    });
    for (const metric of [timeToFirstAction, resolutionRatio, backlogAgeNumbers]) {
      expect(said(metric, busy)).toBeNull();
    }
  });

  it('is not said of what is about people who were harmed, nor outside the team, nor where counts are hidden', () => {
    expect(said(repeatTargets)).toBeNull();
    for (const rules of [rulesFor('export'), identityRulesFor('team'), identityRulesFor('export')]) {
      expect(said(timeToFirstAction, quiet, { rules })).toBeNull();
    }
  });

  it('is not said of a time from which nobody brought any', () => {
    const late = { reports: aDay('2026-03-02'), decisions: aDay('2026-03-02') };
    expect(said(timeToFirstAction, quiet, { knownFrom: late })).toBeNull();
    expect(said(outcomeMix, quiet, { knownFrom: { ...late, reports: aDay('2026-01-01') } })).toBeNull();
    expect(said(timeToFirstAction, quiet, { knownFrom: { ...late, reports: aDay('2026-03-01') } })).toBe('reports');
    expect(said(timeToFirstAction, quiet, { knownFrom: null })).toBeNull();
  });
});
