import { expect, it } from 'vitest';
import { cohortsFromFirst } from '../../../renderer/features/health/charts/cohorts-from-first.ts';
import type { PublishedValue } from '../../../shared/domain/published.ts';

const people = (value: number) => ({ mark: 'shown', value, lower: null, upper: null }) as PublishedValue;
const hidden = { mark: 'hidden' } as PublishedValue;
const cohorts = (...sizes: PublishedValue[]) =>
  sizes.map((size, at) => ({ start: `2026-0${at + 1}-01`, size, cells: [] }));
const started = (...sizes: PublishedValue[]) =>
  cohortsFromFirst(cohorts(...sizes)).map(({ start }) => start.slice(5, 7));

it('leaves out the cohorts before the first that holds anybody, and none after it', () => {
  expect(started(people(0), people(0), people(5), people(0), people(9))).toEqual(['03', '04', '05']);
  expect(started(people(0), people(0))).toEqual([]);
});

it('takes a hidden size for no zero', () => {
  expect(started(people(0), hidden, people(40))).toEqual(['02', '03']);
});
