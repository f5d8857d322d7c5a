import { dayNumberOfIsoDate } from '../../electron/data/health/calendar/civil-day.ts';
import { localDaysIn } from '../../electron/data/health/calendar/local-days.ts';
import type { HealthFacts } from '../../electron/data/health/facts/health-facts.ts';
import type { MessageTable } from '../../electron/data/health/facts/message-table.ts';
import type { ModerationFacts } from '../../electron/data/health/facts/moderation-facts.ts';
import type { OutreachFacts, ParticipationFact } from '../../electron/data/health/facts/outreach-facts.ts';
import { accountEnds, isSpamAccount, type PeopleTable } from '../../electron/data/health/facts/people-table.ts';
import { PeopleWeeks } from '../../electron/data/health/facts/people-weeks.ts';
import { personPositions } from '../../electron/data/health/facts/person-positions.ts';
import type { SurveyWave } from '../../electron/data/health/facts/survey-facts.ts';
import { type ActiveDays, packActiveDays } from '../../electron/data/health/metrics/active-days.ts';
import { metricWindow } from '../../electron/data/health/metrics/metric-window.ts';
import type { MetricWindow } from '../../electron/data/health/metrics/window.ts';
import { activityFlags } from '../../shared/domain/activity.ts';
import type { SpacePurpose } from '../../shared/domain/health/records.ts';
import { activeWeeks } from './active-weeks.ts';

/** A person by name; what is left out is unknown or follows from the messages. Dates are 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
interface PersonPlan {
  readonly joined?: string;
  /** First message ever; left out: the first one in `messages`. */
  readonly spoke?: string;
  readonly joinedEarlier?: boolean;
  readonly ended?: string;
  readonly endedHow?: Exclude<keyof typeof accountEnds, 'lives'>;
  readonly staff?: boolean;
  readonly route?: number;
}

/** A message; `id` names it so that a later one can have it as `parent`. Level: 3 where it is directed or has a parent, else 2. */
export interface MessagePlan {
  readonly at: string;
  readonly by: string;
  readonly to?: string;
  readonly id?: string;
  readonly parent?: string;
  readonly thread?: string;
  readonly space?: string;
  readonly level?: 2 | 3 | 4;
  readonly flags?: readonly (keyof typeof activityFlags)[];
}

/** One person at one event: the event's place in `events`, and what is not the usual (registered and there, minutes unknown). */
interface AttendancePlan {
  readonly event: number;
  readonly who: string;
  readonly registered?: boolean;
  readonly attended?: boolean;
  readonly minutes?: number;
}

export interface ParticipationPlan {
  readonly campaign: number;
  readonly who: string;
  readonly on: string;
  readonly step: ParticipationFact['step'];
  readonly amount?: number;
}

/**
 * What a test says about a community. People come into being by being named anywhere; those in `people` first, in their
 * order, so that positions can be foretold.
 */
export interface FactsPlan {
  readonly timeZone?: string;
  /** First day of the data; left out: the day of the first message, or `lastDay`. */
  readonly firstDay?: string;
  /** Last complete day of the data. */
  readonly lastDay: string;
  readonly people?: Readonly<Record<string, PersonPlan>>;
  readonly messages?: readonly MessagePlan[];
  /** Purposes by the name of a space; spaces named by messages alone have none. */
  readonly spaces?: Readonly<Record<string, SpacePurpose>>;
  /** Active days besides those of messages, by name and level. */
  readonly active?: Readonly<Record<string, { readonly level: 0 | 1 | 2 | 3 | 4; readonly days: readonly string[] }>>;
  readonly attendance?: readonly AttendancePlan[];
  readonly participation?: readonly ParticipationPlan[];
  readonly outreach?: Partial<OutreachFacts>;
  readonly surveys?: readonly SurveyWave[];
  readonly moderation?: Partial<ModerationFacts>;
  readonly more?: Partial<HealthFacts>;
}

/** Day number of 'YYYY-MM-DD'. */
export function aDay(date: string): number {
  const day = dayNumberOfIsoDate(date.slice(0, 10));
  if (day === undefined) throw new RangeError(`no date: ${date}`);
  return day;
}

/** Instant in UTC of 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
export function anInstant(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11) || '00:00'}:00Z`);
}

/** Valid facts of a small made-up community. */
export function aFacts(plan: FactsPlan): HealthFacts {
  return factsWithDays(plan).facts;
}

/** The same with each person's list of active days, for what counts from lists: nothing of the product makes any. */
export function factsWithDays(plan: FactsPlan): {
  readonly facts: HealthFacts;
  readonly days: (level: number) => ActiveDays;
} {
  const names = namesOf(plan);
  const personOf = (name: string) => names.indexOf(name);
  const calendar = localDaysIn(plan.timeZone ?? 'UTC');
  const sorted = [...(plan.messages ?? [])].sort((a, b) => anInstant(a.at) - anInstant(b.at));
  const spaceNames = [
    ...new Set([
      ...Object.keys(plan.spaces ?? {}),
      ...sorted.flatMap(({ space }) => (space === undefined ? [] : [space])),
    ]),
  ];
  const lastDay = aDay(plan.lastDay);
  const messages = messageTable(sorted, personOf, spaceNames, calendar.dayOf);
  const people = peopleTable(names, plan.people ?? {}, messages);
  const firstDay = plan.firstDay ? aDay(plan.firstDay) : (messages.day[0] ?? lastDay);
  const days = (level: number) =>
    packActiveDays(
      names.map((name, person) =>
        isSpamAccount(people, person)
          ? []
          : [
              ...daysOfMessages(messages, person, level),
              ...((plan.active?.[name]?.level ?? -1) >= level ? (plan.active?.[name]?.days ?? []).map(aDay) : []),
            ],
      ),
    );
  const facts: HealthFacts = {
    timeZone: calendar.zone,
    calendar,
    firstDay,
    lastDay,
    cutOff: calendar.startOf(lastDay + 1),
    people,
    weeks: (level) => peopleWeeks(days(level), lastDay),
    messages,
    messagesFrom: calendar.startOf(firstDay),
    spaces: spaceNames.map((name) => ({ name, purpose: plan.spaces?.[name] ?? '' })),
    outreach: {
      routes: [],
      partners: [],
      events: [],
      campaigns: [],
      resources: [],
      referrals: [],
      mentorships: [],
      roles: [],
      attendance: (plan.attendance ?? []).map((row) => ({
        event: row.event,
        person: personOf(row.who),
        registered: row.registered ?? true,
        attended: row.attended ?? true,
        minutes: row.minutes ?? -1,
      })),
      participation: (plan.participation ?? []).map((row) => ({
        campaign: row.campaign,
        person: personOf(row.who),
        day: aDay(row.on),
        step: row.step,
        amount: row.amount ?? 0,
      })),
      ...plan.outreach,
    },
    surveys: plan.surveys ?? [],
    moderation: { reports: [], decisions: [], appeals: [], ...plan.moderation },
    promises: [],
    ...plan.more,
  };
  return { facts, days };
}

/** The same days week by week, as the store keeps them; the number of a member is the position and one. */
function peopleWeeks({ people, offsets, days }: ActiveDays, lastDay: number): PeopleWeeks {
  const numbers = Array.from({ length: people }, (_, person) => person + 1);
  const byNumber = new Map(
    numbers.map((number, person) => [number, Array.from(days.subarray(offsets[person], offsets[person + 1]))]),
  );
  return new PeopleWeeks(activeWeeks(byNumber), personPositions(numbers), lastDay);
}

/** The periods a dashboard shows over these facts: quarters unless told. */
export function aWindow(facts: HealthFacts, unit: 'month' | 'quarter' = 'quarter'): MetricWindow {
  return metricWindow(unit, facts.firstDay, facts.lastDay);
}

function namesOf(plan: FactsPlan): string[] {
  return [
    ...new Set([
      ...Object.keys(plan.people ?? {}),
      ...Object.keys(plan.active ?? {}),
      ...(plan.messages ?? []).flatMap(({ by, to }) => (to === undefined ? [by] : [by, to])),
      ...(plan.attendance ?? []).map(({ who }) => who),
      ...(plan.participation ?? []).map(({ who }) => who),
    ]),
  ];
}

function messageTable(
  sorted: readonly MessagePlan[],
  personOf: (name: string) => number,
  spaceNames: readonly string[],
  dayOf: (instant: number) => number,
): MessageTable {
  const threads = [...new Set(sorted.flatMap(({ thread }) => (thread === undefined ? [] : [thread])))];
  const rowOf = (id: string) => {
    const row = sorted.findIndex((message) => message.id === id);
    if (row < 0) throw new RangeError(`no message ${id}`);
    return row;
  };
  const at = Float64Array.from(sorted, (message) => anInstant(message.at));
  return {
    count: sorted.length,
    at,
    day: Int32Array.from(at, dayOf),
    author: Int32Array.from(sorted, ({ by }) => personOf(by)),
    target: Int32Array.from(sorted, ({ to }) => (to === undefined ? -1 : personOf(to))),
    thread: Int32Array.from(sorted, ({ thread }) => (thread === undefined ? -1 : threads.indexOf(thread))),
    parent: Int32Array.from(sorted, ({ parent }) => (parent === undefined ? -1 : rowOf(parent))),
    space: Int32Array.from(sorted, ({ space }) => (space === undefined ? -1 : spaceNames.indexOf(space))),
    level: Uint8Array.from(sorted, ({ level, to, parent }) => {
      const directed = to !== undefined || parent !== undefined;
      return level ?? (directed ? 3 : 2);
    }),
    flags: Uint8Array.from(sorted, ({ flags = [] }) => flags.reduce((sum, flag) => sum + activityFlags[flag], 0)),
  };
}

function peopleTable(
  names: readonly string[],
  plans: Readonly<Record<string, PersonPlan>>,
  messages: MessageTable,
): PeopleTable {
  const column = <Value>(read: (plan: PersonPlan, person: number) => Value) =>
    names.map((name, person) => read(plans[name] ?? {}, person));
  const isSeen = (row: number) => ((messages.flags[row] ?? 0) & activityFlags.spam) === 0;
  const firstMessage = (person: number) =>
    messages.at[messages.author.findIndex((author, row) => author === person && isSeen(row))] ?? Number.NaN;
  return {
    count: names.length,
    joinedAt: Float64Array.from(column(({ joined }) => (joined === undefined ? Number.NaN : anInstant(joined)))),
    firstSpokeAt: Float64Array.from(
      column(({ spoke }, person) => (spoke === undefined ? firstMessage(person) : anInstant(spoke))),
    ),
    joinedEarlier: Uint8Array.from(column(({ joinedEarlier }) => (joinedEarlier ? 1 : 0))),
    endDay: Int32Array.from(column(({ ended }) => (ended === undefined ? -1 : aDay(ended)))),
    endedHow: Uint8Array.from(
      column(({ ended, endedHow }) => accountEnds[endedHow ?? (ended === undefined ? 'lives' : 'deleted')]),
    ),
    isStaff: Uint8Array.from(column(({ staff }) => (staff ? 1 : 0))),
    route: Int32Array.from(column(({ route }) => route ?? -1)),
  };
}

function daysOfMessages({ count, author, level, day, flags }: MessageTable, person: number, from: number): number[] {
  const days: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const isSeen = ((flags[row] ?? 0) & activityFlags.spam) === 0;
    if (author[row] === person && (level[row] ?? 0) >= from && isSeen) days.push(day[row] ?? 0);
  }
  return days;
}
