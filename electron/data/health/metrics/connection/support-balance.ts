import { isStep, type Steps } from '../../../../../shared/domain/steps.ts';
import type { HealthFacts } from '../../facts/health-facts.ts';
import { type MetricModule, stepwise } from '../metric-module.ts';
import { missing } from '../missing.ts';
import { MS_PER_DAY } from '../period-places.ts';
import { periodRow, settledAfter } from '../period-series.ts';
import type { Period } from '../window.ts';
import { rowLabel } from './labels.ts';
import { isSpam, knowsReplies } from './reply-finder.ts';
import { addresseeOf, firstRowFrom, lackOfTies } from './reply-graph.ts';
import { type RequestWaits, requestWaits } from './requests.ts';

/** The catalogue names no end for getting a reply: the same as for R1, R3 and R5. */
const HEARD_DAYS = 7;
const GIVES_DAYS = 90;
const HEARD_WITHIN = HEARD_DAYS * MS_PER_DAY;
const GIVES_WITHIN = GIVES_DAYS * MS_PER_DAY;

/** R12. Of members who asked, those who got a reply; of those who got one, those who later replied to somebody else. */
export const supportBalance: MetricModule = {
  id: 'R12',
  dashboard: 'connection',
  isCore: false,
  definitionVersion: 2,
  level: 2,
  needs: ['messages', 'reply-links', 'requests'],
  chart: null,
  source: 'Wang, Zhao and Street 2017; Yang and Kraut 2017; Zhang and Elhadad',
  place: 'any',
  team: 'in-period',
  pools: true,
  ...stepwise(function* (facts, window) {
    if (facts.messages.count === 0) return missing('messages');
    if (!knowsReplies(facts.messages)) return missing('reply-links');
    const waits = yield* requestWaits(facts);
    if (waits.count === 0) return missing('requests');
    const counted: Balance[] = [];
    for (const period of window.periods) {
      yield;
      counted.push(yield* balanceOf(facts, waits, period));
    }
    const heard = counted.map(({ period, asked, heard: part }) => ({
      ...periodRow(settledAfter(period, HEARD_DAYS, facts.lastDay), rowLabel('heard'), 'heard'),
      part,
      whole: asked,
    }));
    // In threads alone nobody is known to turn to anybody: then nobody can be said to have helped, or not to.
    const givers = lackOfTies(facts) ? [] : counted;
    const gave = givers.map(({ period, followed, gave: part }) => ({
      ...periodRow(settledAfter(period, HEARD_DAYS + GIVES_DAYS, facts.lastDay), rowLabel('gave'), 'gave'),
      part,
      whole: followed,
    }));
    return { kind: 'shares', draw: 'series', of: 'people', rows: [...heard, ...gave] };
  }),
};

interface Balance {
  readonly period: Period;
  readonly asked: number;
  readonly heard: number;
  /** Of those heard, whose 90 days afterwards lie in the data. */
  readonly followed: number;
  readonly gave: number;
}

function* balanceOf(facts: HealthFacts, waits: RequestWaits, period: Period): Steps<Balance> {
  const asked = new Set<number>();
  const heardAt = firstHeard(facts, waits, period, asked);
  const open = new Map([...heardAt].filter(([, at]) => at + GIVES_WITHIN <= facts.cutOff));
  return {
    period,
    asked: asked.size,
    heard: heardAt.size,
    followed: open.size,
    gave: yield* countGivers(facts, period, open),
  };
}

/** When each member who asked in the period first got a reply; fills `asked` with everybody who did. */
function firstHeard(
  { messages, cutOff, isOut }: HealthFacts,
  waits: RequestWaits,
  period: Period,
  asked: Set<number>,
): Map<number, number> {
  const heardAt = new Map<number, number>();
  for (let place = 0; place < waits.count; place += 1) {
    const row = waits.row[place] ?? 0;
    const day = messages.day[row] ?? 0;
    const askedAt = waits.askedAt[place] ?? 0;
    if (day < period.firstDay || day > period.lastDay || askedAt + HEARD_WITHIN > cutOff) continue;
    const person = messages.author[row] ?? -1;
    if (isOut?.(person, day)) continue;
    asked.add(person);
    const repliedAt = waits.repliedAt[place] ?? Number.NaN;
    if (!(repliedAt - askedAt <= HEARD_WITHIN)) continue;
    heardAt.set(person, Math.min(repliedAt, heardAt.get(person) ?? repliedAt));
  }
  return heardAt;
}

function* countGivers(facts: HealthFacts, period: Period, heardAt: ReadonlyMap<number, number>): Steps<number> {
  const { messages } = facts;
  const gave = new Set<number>();
  // A day more than a clock change could shift the last of them.
  const end = firstRowFrom(messages.day, messages.count, period.lastDay + HEARD_DAYS + GIVES_DAYS + 2);
  for (let row = firstRowFrom(messages.day, messages.count, period.firstDay); row < end; row += 1) {
    if (isStep(row)) yield;
    const person = messages.author[row] ?? -1;
    const since = (messages.at[row] ?? 0) - (heardAt.get(person) ?? Number.NaN);
    if (!(since > 0 && since <= GIVES_WITHIN) || isSpam(messages, row)) continue;
    if (messages.level[row] === 3 || addresseeOf(facts, row) >= 0) gave.add(person);
  }
  return gave.size;
}
