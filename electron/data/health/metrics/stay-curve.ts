import { type EventTime, eventTimes } from '../statistics/event-times.ts';
import { kaplanMeier, type SurvivalStep } from '../statistics/kaplan-meier.ts';
import type { ActiveDays } from './active-days.ts';
import { type StayOptions, stayFollowUps } from './stay-follow-up.ts';

/** Default length in days of the gap after which a person counts as having lapsed. */
export const DEFAULT_GAP_DAYS = 90;

/** The curve with what has to be shown beside it. */
export interface StayCurve {
  readonly gap: number;
  readonly lastDay: number;
  readonly followed: number;
  readonly lapsed: number;
  readonly removed: number;
  readonly censored: number;
  readonly tooRecent: number;
  readonly joinedEarlier: number;
  /** Accounts removed as spam before anybody saw a message, whether or not a day of theirs is known: left out. */
  readonly spam: number;
  /** The table the curve is made of; disclosure rounds this and rebuilds the curve from it. */
  readonly rows: readonly EventTime[];
  /** Share still here: neither lapsed nor removed. */
  readonly steps: readonly SurvivalStep[];
}

/** Stay curve of everybody in `active`. Pass all stored history. */
export function stayCurve(active: ActiveDays, options: StayOptions): StayCurve {
  const { followUps, tooRecent, joinedEarlier } = stayFollowUps(active, options);
  const rows = eventTimes(followUps);
  const count = (ending: string) => followUps.filter((person) => person.ending === ending).length;
  return {
    gap: options.gap,
    lastDay: options.lastDay,
    followed: followUps.length,
    lapsed: count('event'),
    removed: count('competing'),
    censored: count('censored'),
    tooRecent,
    joinedEarlier,
    spam: options.spam?.size ?? 0,
    rows,
    steps: stillHere(rows),
  };
}

/** Survival free of both lapse and removal: removal is an event here, never censoring. */
export function stillHere(rows: readonly EventTime[]): SurvivalStep[] {
  return kaplanMeier(rows.map((row) => ({ ...row, events: row.events + row.competing, competing: 0 })));
}

/**
 * Where a curve stops being drawn: before the first row with `atRiskFloor` or fewer at risk, or where one more event
 * would move S by more than 5 points (n < S ÷ 0.05), whichever comes first (health.md B.4).
 */
export function drawable(steps: readonly SurvivalStep[], atRiskFloor: number): readonly SurvivalStep[] {
  let before = 1;
  for (const [at, step] of steps.entries()) {
    if (step.atRisk <= atRiskFloor || step.atRisk < before / 0.05) return steps.slice(0, at);
    before = step.survival;
  }
  return steps;
}
