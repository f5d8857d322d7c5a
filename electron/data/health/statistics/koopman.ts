import { Z_95 } from './normal.ts';
import type { Interval, ShareCount } from './wilson.ts';

/** Natural logarithms of ratios searched between; beyond them no count a computer holds could tell ratios apart. */
const FARTHEST = 300;

/**
 * Score interval of the ratio first ÷ second of two independent shares: every ratio θ whose score statistic
 * (p̂₁ − θp̂₂)² ÷ (p̃₁q̃₁/n₁ + θ²p̃₂q̃₂/n₂) is at most z², where p̃ are the likeliest shares with p̃₁ = θp̃₂.
 * Lower is 0 where the first counted nobody; upper is Infinity where the second did. Undefined where both did, or
 * either has no trials. Found by bisection on ln θ, exact to 12 digits. Source: Koopman 1984; health.md B.5.
 */
export function koopmanInterval(first: ShareCount, second: ShareCount, z: number = Z_95): Interval | undefined {
  if (!(first.trials > 0 && second.trials > 0)) return undefined;
  if (first.successes === 0 && second.successes === 0) return undefined;
  const estimate = Math.log(ratioOf(first, second));
  const inside = (logRatio: number) => scoreStatistic(first, second, Math.exp(logRatio)) <= z * z;
  const middle = Math.max(-FARTHEST, Math.min(FARTHEST, estimate));
  return {
    lower: first.successes === 0 ? 0 : Math.exp(edge(inside, middle, -FARTHEST)),
    upper: second.successes === 0 ? Number.POSITIVE_INFINITY : Math.exp(edge(inside, middle, FARTHEST)),
  };
}

function ratioOf(first: ShareCount, second: ShareCount): number {
  return first.successes / first.trials / (second.successes / second.trials);
}

/** The last point inside on the way from a point inside to one outside. */
function edge(inside: (at: number) => boolean, from: number, to: number): number {
  let [near, far] = [from, to];
  for (let halving = 0; halving < 80; halving += 1) {
    const middle = (near + far) / 2;
    if (inside(middle)) near = middle;
    else far = middle;
  }
  return near;
}

function scoreStatistic(first: ShareCount, second: ShareCount, ratio: number): number {
  const total = first.trials + second.trials;
  const b = ratio * (first.trials + second.successes) + first.successes + second.trials;
  const c = ratio * (first.successes + second.successes);
  // The smaller root of total·p² − b·p + c, in the form that doesn't subtract nearly equal numbers.
  const p1 = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * total * c)));
  const p2 = p1 / ratio;
  const distance = first.successes / first.trials - (ratio * second.successes) / second.trials;
  if (distance === 0) return 0;
  const variance = (p1 * (1 - p1)) / first.trials + (ratio * ratio * p2 * (1 - p2)) / second.trials;
  return (distance * distance) / Math.max(0, variance);
}
