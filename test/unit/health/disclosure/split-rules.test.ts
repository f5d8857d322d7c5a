import { describe, expect, it } from 'vitest';
import { bitsOf } from '../../../../electron/data/health/disclosure/member-bits.ts';
import { publishMetric } from '../../../../electron/data/health/disclosure/publish/publish-metric.ts';
import { identityRulesFor } from '../../../../electron/data/health/disclosure/rules.ts';
import { type RawSplit, releaseSplit } from '../../../../electron/data/health/disclosure/split/release-split.ts';
import { actionRate } from '../../../../electron/data/health/metrics/group/action-rate.ts';
import { weekToTell } from '../../../../electron/data/health/split/snapshot-week.ts';

const team = identityRulesFor('team');
const range = (from: number, to: number) => bitsOf(Array.from({ length: to - from }, (_, at) => from + at));

/** Actions by group: `people` of the group said yes, of whom the first ones had these actions; 300 others had forty. */
function tell(people: number, actions: readonly number[]) {
  const sum = actions.reduce((all, each) => all + each, 0);
  const own = { events: sum, exposure: people * 3, perPerson: actions };
  const rest = { events: 40, exposure: 900, perPerson: Array.from({ length: 40 }, () => 1) };
  const yes = { counted: range(0, people), having: range(0, actions.length) };
  const no = { counted: range(1000, 1300), having: range(1000, 1040) };
  const all = bitsOf([...Array(people).keys(), ...Array.from({ length: 300 }, (_, at) => 1000 + at)]);
  const split: RawSplit = {
    ...{ communityId: 1, question: 'q', questionVersion: 1, wording: {}, measure: 'actions', secret: 's' },
    ...{ snapshotDay: '2026-01-01', module: actionRate, nameOf: (cross) => cross },
    tables: [
      {
        cross: 'none',
        raw: {
          kind: 'rates',
          draw: 'dots',
          rows: [
            { id: 'yes', label: { name: 'yes' }, ...own, rest },
            { id: 'no', label: { name: 'no' }, ...rest, rest: own },
          ],
        },
        rows: [
          { id: 'yes', code: 'yes', heading: '', counted: [yes.counted, no.counted], having: [yes.having, no.having] },
          { id: 'no', code: 'no', heading: '', counted: [no.counted, yes.counted], having: [no.having, yes.having] },
        ],
        headings: [{ heading: '', counted: all, having: all }],
      },
    ],
    coverage: { shape: { kind: 'bars', unit: 'percent', facets: [] }, state: 'enough' },
    told: { sets: { counted: [], having: [] }, rows: [] },
    memory: { kind: 'week', rows: [] },
  };
  return releaseSplit(split, team).flatMap(({ view }) => {
    const shape = view.chart?.shape;
    return shape?.kind === 'dots' ? shape.rows.map(({ id }) => id) : [];
  });
}

describe('actions by group', () => {
  it('are told of a group in which several people had some', () => {
    expect(
      tell(
        80,
        Array.from({ length: 20 }, () => 1),
      ),
    ).toEqual(['yes', 'no']);
  });

  it('are not told where all of a group had some, nor of the others beside it', () => {
    expect(
      tell(
        16,
        Array.from({ length: 16 }, () => 1),
      ),
    ).toEqual([]);
  });

  it('are not told where one person had most of them', () => {
    expect(tell(40, [93, ...Array.from({ length: 9 }, () => 1)])).toEqual([]);
  });
});

describe('a gap', () => {
  it('is made of bounds where a share is near none or all, so that difference and ratio tell no more', () => {
    const gap = (part: number) =>
      publishMetric(
        {
          kind: 'gaps',
          rows: [{ id: 'a', label: { name: 'a' }, group: { part: 100, whole: 200 }, rest: { part, whole: 200 } }],
        },
        team,
      );
    // 195, 198 and 200 of 200 are all told as 98 %.
    expect(gap(198)).toEqual(gap(200));
    const shape = gap(200);
    const [row] = shape.kind === 'dots' ? shape.rows : [];
    expect(row?.value).toMatchObject({ value: -48 });
    expect(row?.relative).toMatchObject({ value: 0.51 });
  });
});

describe('the week that is told', () => {
  const day = 86_400_000;
  const now = 1_000 * day;
  const newest = { period: 700, made_at: now - 7 * day };

  it('is the one of now where the last one is a week old', () => {
    expect(weekToTell({ monday: 707, asOf: 706 }, newest, now)).toEqual({ monday: 707, asOf: 706 });
    expect(weekToTell({ monday: 707, asOf: 706 }, undefined, now)).toEqual({ monday: 707, asOf: 706 });
  });

  it('is the newest one told where the clock was put back, or another time zone has Monday already', () => {
    expect(weekToTell({ monday: 693, asOf: 692 }, newest, now)).toEqual({ monday: 700, asOf: 699 });
    const lately = { period: 700, made_at: now - 3 * 3_600_000 };
    expect(weekToTell({ monday: 707, asOf: 706 }, lately, now)).toEqual({ monday: 700, asOf: 699 });
  });
});
