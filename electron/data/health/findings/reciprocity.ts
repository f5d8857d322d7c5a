import { sayable } from '../../../../shared/domain/health/said-change.ts';
import type { Finding, Reciprocity } from '../../../../shared/ipc/topics/health.ts';
import { fraction } from './finding.ts';

type Chart = Omit<Reciprocity, 'finding' | 'caveats'>;

/** Whether replies are mutual, in one sentence. */
export function reciprocityFinding({ arcShare, chance }: Chart): Finding {
  const share = sayable(arcShare);
  if (!share) return { key: 'findings.reciprocity.tooFew', params: {} };
  const byChance = sayable(chance);
  if (!byChance) return { key: 'findings.reciprocity.shareOnly', params: { share: fraction(share.value) } };
  if (byChance.value < 1) return { key: 'findings.reciprocity.lowChance', params: { share: fraction(share.value) } };
  return {
    key: 'findings.reciprocity.all',
    params: { share: fraction(share.value), chance: fraction(byChance.value) },
  };
}

/** What must stand with reciprocity. */
export function reciprocityCaveats(): Finding[] {
  return [{ key: 'metrics.reciprocity.caveat', params: {} }];
}
