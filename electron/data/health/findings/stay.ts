import { sayable } from '../../../../shared/domain/health/said-change.ts';
import type { PublishedValue } from '../../../../shared/domain/published.ts';
import type { Finding, StayCurve } from '../../../../shared/ipc/topics/health.ts';
import { shareParams } from './finding.ts';
import { joinedEarlierCaveat } from './retention.ts';

type Chart = Omit<StayCurve, 'finding' | 'caveats'>;

/** How long members stay, in one sentence: at 90 days where that can be said, otherwise at 30. */
export function stayFinding({ marks, medianDays }: Chart): Finding {
  for (const day of [90, 30] as const) {
    const at = shareParams(marks.find((mark) => mark.day === day)?.share);
    if (!at) continue;
    const median = sayable(medianDays);
    if (!median) return { key: 'findings.stay.notReached', params: { ...at, day } };
    return { key: 'findings.stay.median', params: { ...at, day, median: median.value } };
  }
  return { key: 'findings.stay.tooFew', params: {} };
}

/** What must stand with a stay curve. */
export function stayCaveats(
  { gapDays, cutAtDay }: Chart,
  left: { readonly joinedEarlier: PublishedValue; readonly spam: PublishedValue },
): Finding[] {
  const caveats: Finding[] = [{ key: 'metrics.stayCurve.caveat', params: { gap: gapDays } }];
  if (cutAtDay !== null) caveats.push({ key: 'caveats.curveCut', params: { day: cutAtDay } });
  return [...caveats, ...joinedEarlierCaveat(left.joinedEarlier), ...spamCaveat(left.spam)];
}

/** How many accounts were left out as spam, or that there were some where their number is hidden. */
function spamCaveat(spam: PublishedValue): Finding[] {
  if (spam.mark !== 'shown') return [{ key: 'caveats.spam', params: {} }];
  return spam.value === 0 ? [] : [{ key: 'caveats.spamCount', params: { number: spam.value } }];
}
