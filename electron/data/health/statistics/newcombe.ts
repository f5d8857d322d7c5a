import { Z_95 } from './normal.ts';
import { type Interval, type ShareCount, wilsonInterval } from './wilson.ts';

/**
 * Interval of the difference first − second of two independent shares, in [−1, 1]: Newcombe's hybrid of two Wilson
 * intervals. With d = p₁ − p₂ and Wilson ends (l, u): d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²).
 * Undefined where either has no trials. Source: Newcombe 1998 (method 10); health.md B.5.
 */
export function newcombeInterval(first: ShareCount, second: ShareCount, z: number = Z_95): Interval | undefined {
  const one = wilsonInterval(first.successes, first.trials, z);
  const two = wilsonInterval(second.successes, second.trials, z);
  if (!one || !two) return undefined;
  const p1 = first.successes / first.trials;
  const p2 = second.successes / second.trials;
  const difference = p1 - p2;
  return {
    lower: difference - Math.hypot(p1 - one.lower, two.upper - p2),
    upper: difference + Math.hypot(one.upper - p1, p2 - two.lower),
  };
}
