import { firstDayOf, type PeriodUnit, periodOf } from '../../calendar/periods.ts';
import type { Relation } from '../audit/audit-cells.ts';
import { allReturnedAfter, returnedAfter } from './health-counts.ts';
import { nameOf, type Quantity } from './quantity.ts';

/** A sum over quantities that a reader may form, if all of them are told; names as `nameOf` gives them. */
export type PossibleSum = Relation;

/**
 * The sums between the charts of a release that a reader of the definitions could form, over the quantities that are told
 * in it. Whether they hold for the true counts is for the caller to see: numbers of two charts can differ by who is left out.
 */
export function sumsBetween(quantities: ReadonlyMap<string, Quantity>): PossibleSum[] {
  const all = [...quantities.values()];
  const told = new Told(all);
  return [
    ...told.levels().flatMap((level) => lifeCycleSums(told, level)),
    ...told.levels().flatMap((level) => [...nested(told, `L${level} new`), ...activeSums(told, level)]),
    ...told.levels().flatMap((level) => staySums(all, told, level)),
    ...returnSums(all),
    ...sessionSums(all),
    ...actionSums(told, all),
    ...decisionSums(told),
    ...routeSums(all),
  ];
}

/** Quantities by what they are of, and by period. */
class Told {
  readonly #all: readonly Quantity[];

  constructor(all: readonly Quantity[]) {
    this.#all = all;
  }

  levels(): number[] {
    const levels = this.#all.flatMap(({ what }) => /^L(\d) /.exec(what)?.[1] ?? []);
    return [...new Set(levels)].map(Number);
  }

  /** Periods of a unit in which something is told, in order. */
  of(what: string, unit: PeriodUnit): number[] {
    return this.#all
      .flatMap((one) => (one.what === what && one.span?.unit === unit ? [one.span.index] : []))
      .sort((a, b) => a - b);
  }

  spans(what: string): { unit: PeriodUnit; index: number }[] {
    return this.#all.flatMap((one) => (one.what === what && one.span ? [one.span] : []));
  }
}

const at = (what: string, unit: PeriodUnit, index: number): string => nameOf({ what, span: { unit, index } });

/** active = new + returning + resurrected, and active before = returning + dormant (health.md B.3). */
function lifeCycleSums(told: Told, level: number): PossibleSum[] {
  return told.of(`L${level} returning`, 'month').flatMap((month): PossibleSum[] => {
    const flow = (what: string, index = month) => at(`L${level} ${what}`, 'month', index);
    return [
      { total: flow('active'), parts: [flow('new'), flow('returning'), flow('resurrected')], kind: 'equals' },
      { total: flow('active', month - 1), parts: [flow('returning'), flow('dormant')], kind: 'equals' },
    ];
  });
}

/** Who is new is new once: months add up to quarters, and weeks lie in them or across their borders. */
function nested(told: Told, what: string): PossibleSum[] {
  const months = told.of(what, 'month');
  const weeks = told.of(what, 'week');
  const quarters = told.of(what, 'quarter').map((quarter): PossibleSum => {
    const own = months.filter((month) => periodOf('quarter', firstDayOf('month', month)) === quarter);
    return { total: at(what, 'quarter', quarter), parts: own.map((month) => at(what, 'month', month)), kind: 'equals' };
  });
  const inWeeks = (['month', 'quarter'] as const).flatMap((unit) =>
    told.of(what, unit).flatMap((period): PossibleSum[] => {
      const [first, next] = [firstDayOf(unit, period), firstDayOf(unit, period + 1)];
      const touching = weeks.filter((week) => firstDayOf('week', week) < next && firstDayOf('week', week + 1) > first);
      const inside = touching.filter(
        (week) => firstDayOf('week', week) >= first && firstDayOf('week', week + 1) <= next,
      );
      const total = at(what, unit, period);
      const named = (some: readonly number[]) => some.map((week) => at(what, 'week', week));
      return [
        { total, parts: named(inside), kind: 'within' },
        { total, parts: named(touching), kind: 'covers' },
      ];
    }),
  );
  return [...quarters, ...inWeeks];
}

/** Whoever is active in a quarter was so in one of its months at least. */
function activeSums(told: Told, level: number): PossibleSum[] {
  const what = `L${level} active`;
  const months = told.of(what, 'month');
  return told.of(what, 'quarter').map((quarter) => {
    const own = months.filter((month) => periodOf('quarter', firstDayOf('month', month)) === quarter);
    const kind = own.length === 3 ? 'at-most' : 'within';
    const parts = (own.length === 3 ? own : own.slice(0, 1)).map((month) => at(what, 'month', month));
    return { total: at(what, 'quarter', quarter), parts, kind };
  });
}

/** Cohorts: nobody comes back who is not in one, and an average is of all that have reached its interval. */
function returnSums(all: readonly Quantity[]): PossibleSum[] {
  const cells = all.flatMap(({ what, span }) => {
    const [, level, interval] = /^L(\d) returned after (\d+)$/.exec(what) ?? [];
    return level && interval && span ? [{ level: Number(level), interval: Number(interval), span }] : [];
  });
  const columns = new Map<string, string[]>();
  const rows = cells.map(({ level, interval, span }): PossibleSum => {
    const cell = nameOf({ what: `L${level} ${returnedAfter(interval)}`, span });
    const total = `L${level} ${allReturnedAfter(span.unit, interval)}`;
    columns.set(total, [...(columns.get(total) ?? []), cell]);
    return { total: nameOf({ what: `L${level} new`, span }), parts: [cell], kind: 'within' };
  });
  return [...rows, ...[...columns].map(([total, parts]): PossibleSum => ({ total, parts, kind: 'equals' }))];
}

/** Of those present, who could have come before. */
function sessionSums(all: readonly Quantity[]): PossibleSum[] {
  return all.flatMap(({ what }): PossibleSum[] =>
    what.startsWith('could have come before ')
      ? [{ total: what.replace('could have come before', 'present'), parts: [what], kind: 'within' }]
      : [],
  );
}

/** A first action is had once; whoever acted after opening a form acted. */
function actionSums(told: Told, all: readonly Quantity[]): PossibleSum[] {
  const everybody = 'everybody who acted';
  const first = told.spans('first-time actors').map(({ unit, index }) => at('first-time actors', unit, index));
  const opened = all.flatMap(({ what }): PossibleSum[] =>
    what.startsWith('acted after opening ')
      ? [{ total: what.replace('acted after opening', 'acted'), parts: [what], kind: 'within' }]
      : [],
  );
  return [
    { total: everybody, parts: first, kind: 'equals' },
    { total: everybody, parts: first, kind: 'within' },
    ...opened,
  ];
}

/** Outcomes of an appeal exclude each other; a sanction is a decision, and so is some of what closes a report. */
function decisionSums(told: Told): PossibleSum[] {
  const appeals = told.spans('appeals decided').map(({ unit, index }): PossibleSum => {
    const parts = [at('overturned', unit, index), at('partly overturned', unit, index)];
    return { total: at('appeals decided', unit, index), parts, kind: 'within' };
  });
  const decisions = told.spans('decisions').flatMap(({ unit, index }): PossibleSum[] => [
    { total: at('decisions', unit, index), parts: [at('sanctions', unit, index)], kind: 'within' },
    { total: at('decisions and closings', unit, index), parts: [at('decisions', unit, index)], kind: 'within' },
  ]);
  return [...appeals, ...decisions];
}

/** Everybody came by one route at most, so the routes together are some of all who signed up in the quarters told. */
function routeSums(all: readonly Quantity[]): PossibleSum[] {
  const signedUp = all.flatMap(({ what }) => (/^route .* signedUp$/.test(what) ? [what] : []));
  return [{ total: ALL_SIGN_UPS, parts: signedUp, kind: 'within' }];
}

/** Sign-ups of all periods told together. */
const ALL_SIGN_UPS = 'all sign-ups';

/** A total that is told nowhere and that several charts are sums of. */
export interface UntoldTotal {
  readonly name: string;
  /** Told quantities that add up to it, each person in one of them. */
  readonly parts: readonly string[];
}

/** Totals that a reader can work out in more than one way: everybody who ever was new, and all who signed up. */
export function untoldTotals(quantities: ReadonlyMap<string, Quantity>): UntoldTotal[] {
  const told = new Told([...quantities.values()]);
  const everybody = told.levels().map((level): UntoldTotal => {
    const what = `L${level} new`;
    return { name: everybodyNew(level), parts: told.of(what, 'month').map((month) => at(what, 'month', month)) };
  });
  const signUps = told.spans('sign-ups').map(({ unit, index }) => at('sign-ups', unit, index));
  return [...everybody, { name: ALL_SIGN_UPS, parts: signUps }];
}

const everybodyNew = (level: number): string => `L${level} everybody new`;

/** Who is followed by a stay curve has gone, is still here, or came too recently; and all of them were new once. */
function staySums(all: readonly Quantity[], told: Told, level: number): PossibleSum[] {
  const gaps = all.flatMap(({ what }) => {
    const [, own, gap] = /^L(\d) gone, gap (\d+)$/.exec(what) ?? [];
    return Number(own) === level && gap !== undefined ? [gap] : [];
  });
  const ends = gaps.map((gap): PossibleSum => {
    const parts = ['gone', 'still here', 'too recent'].map((what) => `L${level} ${what}, gap ${gap}`);
    return { total: everybodyNew(level), parts, kind: 'equals' };
  });
  const weeks = told.of(`L${level} new`, 'week').map((week) => at(`L${level} new`, 'week', week));
  return [...ends, { total: everybodyNew(level), parts: weeks, kind: 'equals' }];
}
