import type { DisclosurePlace, Published } from '../../../../shared/domain/published.ts';
import type { DashboardView } from '../../../../shared/ipc/topics/dashboards.ts';
import type { HealthView } from '../../../../shared/ipc/topics/health.ts';
import type { ComputedMetric } from '../dashboard/compute-metrics.ts';
import type { RawHealth } from '../raw-health.ts';
import { type AuditedMetric, dashboardView, isSensitiveAt, type RawDashboard } from './dashboard-view.ts';
import { healthView } from './health-view.ts';
import { joinSmall } from './join-small.ts';
import { limitSeries } from './limit-series.ts';
import { poolTogether } from './pool-together.ts';
import { rulesFor } from './rules.ts';
import { auditTogether, type ChartsTogether } from './together/audit-together.ts';

/** Everything that leaves at once, before disclosure. */
export interface RawRelease extends Pick<ChartsTogether, 'withheldBefore'> {
  readonly dashboards: readonly RawDashboard[];
  readonly views: readonly RawHealth[];
  /** Of the snapshot it leaves with; undefined on the team's own screens, where nothing small is audited. */
  readonly secret?: string;
}

/** The same, as it may be shown. */
export interface Release {
  readonly dashboards: readonly Published<DashboardView>[];
  readonly views: readonly Published<HealthView>[];
  /** What was hidden for the sake of something else: kept with the snapshot, for the releases after it. */
  readonly withheld: readonly string[];
}

/**
 * The gate: true counts go in, what may be shown at a place comes out, every chart audited with all the others (health.md
 * C.3). There is no other way out of the health room but this and the splits by group.
 */
export function releaseTogether(
  { dashboards, views, withheldBefore, secret }: RawRelease,
  place: DisclosurePlace,
): Release {
  const prepared = dashboards.map((raw) => ({ raw, metrics: limited(raw, place) }));
  const charts = prepared.flatMap(({ raw: { window }, metrics }) =>
    metrics.flatMap(({ module, raw }) =>
      window ? [{ metricId: module.id, raw, window, isSensitive: isSensitiveAt(module, place) }] : [],
    ),
  );
  const otherRules = rulesFor(place);
  const rules = dashboards[0]?.identityRules ?? otherRules;
  const together: ChartsTogether = {
    ...{ charts, views, rules, otherRules },
    ...(withheldBefore && { withheldBefore }),
    ...(secret && { secret }),
  };
  const first = isAudited(charts, place) ? auditTogether(together) : null;
  const next = (first?.charts ?? charts.map(({ raw }) => raw)).values();
  const audited = prepared.map(({ raw, metrics }) => ({
    raw,
    metrics: metrics.map((one): AuditedMetric => ({ ...one, raw: (raw.window && next.next().value) ?? one.raw })),
  }));
  // The team is told the months and quarters of what pools exactly: there is nothing a year could give away.
  const pooled = first && place === 'export' ? poolTogether(audited, together, first) : null;
  return {
    dashboards: audited.map(({ raw, metrics }) => dashboardView(raw, pooled ? metrics.map(pooled.of) : metrics, place)),
    views: (first?.views ?? views).map((view) => healthView(view, place)),
    withheld: pooled?.withheld ?? first?.withheld ?? [],
  };
}

/** On the team's screens only counts about help or sanctions are hidden, so that without any there is nothing to protect. */
function isAudited(charts: ChartsTogether['charts'], place: DisclosurePlace): boolean {
  return place === 'export' || charts.some(({ isSensitive }) => isSensitive);
}

/** The metrics that may be shown at a place, small changes over time taken out of those about help or sanctions. */
function limited({ metrics, identityRules }: RawDashboard, place: DisclosurePlace): AuditedMetric[] {
  return metrics
    .filter(({ module }) => place === 'team' || module.place === 'any')
    .map(({ module, raw, pooled }: ComputedMetric): AuditedMetric => {
      if (!isSensitiveAt(module, place)) {
        return { module, raw: joinSmall(raw, rulesFor(place)), carried: new Set(), ...(pooled && { pooled }) };
      }
      // Of a series in which counts stand as they were told, the year would tell what they are.
      const pools = place === 'export' && raw.kind !== 'shares' && pooled;
      return { module, ...limitSeries(raw, identityRules), ...(pools && { pooled: pools }) };
    });
}
