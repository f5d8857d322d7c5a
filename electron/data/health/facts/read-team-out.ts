import type { CommunityId } from '../../../../shared/domain/ids.ts';
import type { ReadDb } from '../../store/db.ts';
import { personOf, readLinkedPersons } from '../../store/members/linked-persons.ts';
import { readTeam, readTeamChanges } from '../../store/members/team.ts';
import type { DayNumber } from '../calendar/civil-day.ts';
import { firstDayOf, periodOf } from '../calendar/periods.ts';
import { type TeamRuleDays, uncountedQuarters } from './team-rule-days.ts';

/** The people who look after a community, in quarters in which they are not counted among its members. By member number. */
export interface TeamOut {
  readonly rule: TeamRuleDays;
  /** Whom no count of a day is of; undefined where everybody is counted. */
  readonly on: (day: DayNumber) => ReadonlySet<number> | undefined;
  /** Everybody who is not counted on some day. */
  readonly members: ReadonlySet<number>;
}

/** Who is not counted up to a day; null where the team is counted throughout. */
export function readTeamOut(db: ReadDb, communityId: CommunityId, lastDay: DayNumber): TeamOut | null {
  const rule = readTeamChanges(db, communityId);
  const quarters = uncountedQuarters(rule, lastDay);
  if (quarters.length === 0) return null;
  const persons = readLinkedPersons(db, communityId);
  const teams = new Map<DayNumber, ReadonlySet<number>>();
  for (const quarter of quarters) {
    const team = readTeam(db, communityId, quarter).map((id) => personOf(persons, id));
    teams.set(quarter.firstDay, new Set(team));
  }
  return {
    rule,
    members: new Set([...teams.values()].flatMap((team) => [...team])),
    on: (day) => teams.get(firstDayOf('quarter', periodOf('quarter', day))),
  };
}
