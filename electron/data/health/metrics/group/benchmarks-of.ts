import type { ChartBenchmark } from '../../../../../shared/domain/health/chart.ts';
import type { GroupFacts } from '../group-facts.ts';
import type { RawShares } from '../raw-result.ts';

/** The populations that groups of a question are compared with, each once, in the order they were written down. */
export function benchmarksOf({ benchmarks }: GroupFacts): Required<Pick<RawShares, 'benchmarks'>> {
  const populations = new Map<string, ChartBenchmark>();
  for (const { answer: _, share: __, ...population } of benchmarks) {
    if (!populations.has(population.id)) populations.set(population.id, population);
  }
  return { benchmarks: [...populations.values()] };
}

/** Shares of a group in all of them. */
export function referencesOf({ benchmarks }: GroupFacts, code: string): Pick<RawShares['rows'][number], 'references'> {
  const own = benchmarks.filter(({ answer }) => answer === code);
  return own.length === 0 ? {} : { references: own.map(({ id, share }) => ({ benchmark: id, share })) };
}
