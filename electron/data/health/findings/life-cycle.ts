import { sayable } from '../../../../shared/domain/health/said-change.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Finding, LifeCycle } from '../../../../shared/ipc/topics/health.ts';

type Chart = Omit<LifeCycle, 'finding' | 'caveats'>;

/** Who came and went in the last complete month, in one sentence. */
export function lifeCycleFinding({ periods }: Chart): Finding {
  const last = periods.filter((period) => period.complete).at(-1);
  if (!last) return { key: 'findings.lifeCycle.noComplete', params: {} };
  const values = [last.active, last.fresh, last.returning, last.resurrected, last.dormant].map(
    (value) => sayable(value)?.value,
  );
  const [active, fresh, returning, resurrected, dormant] = values;
  // Not "month": a parameter of that name would be taken for an option of the date format.
  const start = Date.parse(`${last.start}T12:00:00Z`);
  if (active === undefined) return { key: 'findings.lifeCycle.tooFew', params: { start } };
  if (fresh === undefined || returning === undefined || resurrected === undefined || dormant === undefined) {
    return { key: 'findings.lifeCycle.activeOnly', params: { start, active } };
  }
  return { key: 'findings.lifeCycle.all', params: { start, active, fresh, returning, resurrected, dormant } };
}

/** What must stand with a life cycle. */
export function lifeCycleCaveats({ periods }: Chart, rounded: boolean): Finding[] {
  const caveats: Finding[] = [{ key: 'metrics.lifeCycle.caveat', params: {} }];
  const [first] = periods;
  if (first && !isZero(first.resurrected)) {
    caveats.push({ key: 'caveats.firstPeriod', params: { start: Date.parse(`${first.start}T12:00:00Z`) } });
  }
  if (periods.some((period) => !period.complete)) caveats.push({ key: 'caveats.openPeriods', params: {} });
  if (rounded) caveats.push({ key: 'caveats.sumsMayDiffer', params: {} });
  return caveats;
}

function isZero(value: PublishedValue): boolean {
  return value.mark === 'impossible' || ('value' in value && value.value === 0);
}
