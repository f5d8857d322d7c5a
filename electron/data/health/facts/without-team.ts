import type { Instant } from '../../../../shared/domain/ids.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { joinedAsTeam } from '../engine/joined-as-team.ts';
import { withoutDays } from '../engine/without-days.ts';
import type { HealthFacts } from './health-facts.ts';
import type { OutreachFacts } from './outreach-facts.ts';
import { isSpamAccount, type PeopleTable } from './people-table.ts';
import { PeopleWeeks, rememberedWeeks } from './people-weeks.ts';
import type { PersonPositions } from './person-positions.ts';
import type { TeamOut } from './read-team-out.ts';

/** The same facts with the team counted in three ways. What the team wrote stays: a reply of theirs is one of another human. */
export interface FactsByTeam {
  /** With everybody. */
  readonly kept: HealthFacts;
  /** Nobody counts in a quarter in which they are on the team. */
  readonly 'in-period': HealthFacts;
  /** Who was on the team when they came counts nowhere; who joined it later stays, for a change of role is no leaving. */
  readonly 'by-joining': HealthFacts;
}

type IsOut = (person: number, day: DayNumber) => boolean;

/** Facts without the team; the same for all where it is counted throughout. */
export function factsByTeam(facts: HealthFacts, positions: PersonPositions, team: TeamOut | null): FactsByTeam {
  if (team === null) return { kept: facts, 'in-period': facts, 'by-joining': facts };
  const isOut: IsOut = (person, day) => team.on(day)?.has(positions.memberIds[person] ?? -1) ?? false;
  const members = [...team.members].map(positions.of).filter((person) => person >= 0);
  const people = withoutNewcomers(facts.people, members, (person, at) => isOut(person, facts.calendar.dayOf(at)));
  const isSeen = (person: number) => !isSpamAccount(facts.people, person);
  const { lastDay } = facts;
  return {
    kept: facts,
    'in-period': {
      ...facts,
      people,
      isOut,
      outreach: withoutDaysOut(facts.outreach, isOut),
      weeks: rememberedWeeks((level) => {
        const { active } = facts.weeks(level);
        return new PeopleWeeks({ ...active, weeks: withoutDays(active.weeks, team.on) }, positions, lastDay, isSeen);
      }),
    },
    'by-joining': {
      ...facts,
      people,
      outreach: withoutThoseWhoCameOut(facts.outreach, isOut),
      weeks: rememberedWeeks((level) => {
        const { active } = facts.weeks(level);
        const out = joinedAsTeam(active.weeks, team);
        const isCounted = (person: number) => isSeen(person) && !out.has(positions.memberIds[person] ?? -1);
        return new PeopleWeeks(active, positions, lastDay, isCounted);
      }),
    },
  };
}

/** Who signed up, or spoke first, while on the team did neither as a member. */
function withoutNewcomers(
  people: PeopleTable,
  team: readonly number[],
  wasOut: (person: number, at: Instant) => boolean,
): PeopleTable {
  const counted = (instants: Float64Array) => {
    const kept = instants.slice();
    for (const person of team) {
      const at = instants[person] ?? Number.NaN;
      if (!Number.isNaN(at) && wasOut(person, at)) kept[person] = Number.NaN;
    }
    return kept;
  };
  return { ...people, joinedAt: counted(people.joinedAt), firstSpokeAt: counted(people.firstSpokeAt) };
}

function withoutDaysOut(outreach: OutreachFacts, isOut: IsOut): OutreachFacts {
  const { events, attendance, participation } = outreach;
  return {
    ...outreach,
    attendance: attendance.filter(({ person, event }) => !isOut(person, events[event]?.day ?? 0)),
    participation: participation.filter(({ person, day }) => !isOut(person, day)),
  };
}

/** Without those who were on the team when they first came to an event, or first did something in a campaign. */
function withoutThoseWhoCameOut(outreach: OutreachFacts, isOut: IsOut): OutreachFacts {
  const { events, attendance, participation } = outreach;
  const dayOf = ({ event }: { readonly event: number }) => events[event]?.day ?? 0;
  const came = cameOut(
    attendance.map((row) => ({ person: row.person, day: dayOf(row) })),
    isOut,
  );
  const acted = cameOut(participation, isOut);
  return {
    ...outreach,
    attendance: attendance.filter(({ person }) => !came.has(person)),
    participation: participation.filter(({ person }) => !acted.has(person)),
  };
}

function cameOut(
  rows: readonly { readonly person: number; readonly day: DayNumber }[],
  isOut: IsOut,
): ReadonlySet<number> {
  const first = new Map<number, DayNumber>();
  for (const { person, day } of rows) first.set(person, Math.min(day, first.get(person) ?? day));
  return new Set([...first].flatMap(([person, day]) => (isOut(person, day) ? person : [])));
}
