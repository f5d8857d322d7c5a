import type { PublishedValue } from '../published.ts';
import type { ChartUnit } from './chart.ts';

/** A value that has a place on an axis. Everything else is a mark of fixed size that stands beside the axis. */
export interface Reading {
  readonly look: 'shown' | 'uncertain' | 'open';
  readonly value: number;
  /** Both ends of the interval, or null. */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/** The place of a value on an axis, or null where it has none: hidden, unavailable, impossible, or only a range. */
export function readingOf(value: PublishedValue): Reading | null {
  if (value.mark !== 'shown' && value.mark !== 'uncertain' && value.mark !== 'open') return null;
  const { lower, upper } = value;
  return { look: value.mark, value: value.value, interval: lower === null || upper === null ? null : [lower, upper] };
}

/** Both ends of a range of counts, or null. */
export function rangeOf(value: PublishedValue): readonly [lower: number, upper: number] | null {
  return value.mark === 'band' ? [value.lower, value.upper] : null;
}

/** True for a value that says a number, or a range of numbers. Told by its mark alone, whatever else may hang on it. */
export function saysNumber(value: PublishedValue): boolean {
  return readingOf(value) !== null || rangeOf(value) !== null;
}

/** Every number of a value that may widen an axis. Hidden values have none, so they can't move a scale. */
function extentOf(value: PublishedValue): readonly number[] {
  const reading = readingOf(value);
  if (reading) return [reading.value, ...(reading.interval ?? [])];
  return rangeOf(value) ?? [];
}

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Ends of an axis of shares, and steps that stay whole numbers on each. */
const percentAxes = [
  { to: 10, step: 2 },
  { to: 20, step: 5 },
  { to: 50, step: 10 },
  { to: 100, step: 25 },
] as const;
const wholePercent = percentAxes[3];
const stepsWanted = 4;

/** A round step of 1, 2, 2.5 or 5 times a power of ten that crosses `span` in about four. */
function roundStep(span: number, whole: boolean): number {
  const raw = span / stepsWanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((size) => size >= raw) ?? 10 * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/**
 * A linear axis over published values and public references. It always holds zero, so that a length means an amount.
 * Only what is drawn may widen it: a hidden value would tell its size otherwise (health.md C.8).
 */
export function axisOver(unit: ChartUnit, values: readonly PublishedValue[], references: readonly number[] = []): Axis {
  const numbers = [0, ...references, ...values.flatMap(extentOf)];
  const most = Math.max(...numbers);
  const least = Math.min(...numbers);
  if (unit === 'percent' && least >= 0) {
    const { to, step } = percentAxes.find((axis) => axis.to >= most) ?? wholePercent;
    return { from: 0, to, ticks: Array.from({ length: to / step + 1 }, (_, at) => at * step) };
  }
  if (most === least) return { from: 0, to: 1, ticks: [0, 1] };
  const step = roundStep(most - least, unit === 'count' || unit === 'days' || unit === 'hours');
  const first = Math.floor(least / step);
  const last = Math.ceil(most / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => tidy((first + at) * step));
  return { from: tidy(first * step), to: tidy(last * step), ticks };
}

/** A log axis for ratios, in doublings and halvings around 1. Ends at a sixty-fourth and at sixty-four times. */
export function logAxisOver(values: readonly PublishedValue[], references: readonly number[] = []): Axis {
  const powers = [...references, ...values.flatMap(extentOf)].filter((number) => number > 0).map(Math.log2);
  const first = Math.max(-6, Math.floor(Math.min(-1, ...powers)));
  const last = Math.min(6, Math.ceil(Math.max(1, ...powers)));
  const ticks = Array.from({ length: last - first + 1 }, (_, at) => 2 ** (first + at));
  return { from: 2 ** first, to: 2 ** last, ticks };
}

/** How far along an axis a number lies, 0 to 1; beyond its ends it stays at the end. */
export function placeOn(axis: Axis, scale: 'linear' | 'log', number: number): number {
  if (scale === 'linear') return clamp((number - axis.from) / (axis.to - axis.from));
  if (number <= 0) return 0;
  return clamp(Math.log2(number / axis.from) / Math.log2(axis.to / axis.from));
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

/** Takes the dust of binary fractions off a tick: 0.30000000000000004 is 0.3. */
function tidy(number: number): number {
  return Number(number.toPrecision(10));
}
