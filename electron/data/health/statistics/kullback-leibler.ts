/**
 * Kullback-Leibler divergence Σ p·ln(p ÷ q) of a community from a benchmark, in nats; 0 where they are alike.
 * Both lists name the same groups in the same order, as counts or shares: each is scaled to add up to 1.
 * Undefined where either adds up to 0, or where the benchmark has nobody in a group that the community has.
 * Source: Kullback and Leibler 1951; health.md W10.
 */
export function kullbackLeibler(community: readonly number[], benchmark: readonly number[]): number | undefined {
  const all = sum(community);
  const allBenchmark = sum(benchmark);
  if (!(all > 0 && allBenchmark > 0)) return undefined;
  const divergence = community.reduce((total, count, at) => {
    const p = count / all;
    return p > 0 ? total + p * Math.log(p / ((benchmark[at] ?? 0) / allBenchmark)) : total;
  }, 0);
  return Number.isFinite(divergence) ? divergence : undefined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
