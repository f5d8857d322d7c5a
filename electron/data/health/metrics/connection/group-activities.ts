import type { HealthFacts } from '../../facts/health-facts.ts';
import type { EventFact } from '../../facts/outreach-facts.ts';

const groupKinds: readonly EventFact['kind'][] = ['book-club', 'discussion-group', 'workshop'];

/** A group activity that has taken place, with everybody who was there. */
export interface Session {
  readonly event: EventFact;
  readonly present: ReadonlySet<number>;
}

/** Sessions of book clubs, discussion groups and workshops up to the end of the data, oldest first. */
export function groupSessions({ outreach, lastDay }: HealthFacts): Session[] {
  const present = outreach.events.map(() => new Set<number>());
  for (const { event, person, attended } of outreach.attendance) if (attended) present[event]?.add(person);
  return outreach.events
    .flatMap((event, at) => {
      const isSession = groupKinds.includes(event.kind) && event.day <= lastDay;
      return isSession ? [{ event, present: present[at] ?? new Set<number>() }] : [];
    })
    .sort((a, b) => a.event.day - b.event.day);
}

/** Sessions by the name of their series, each oldest first. Single events belong to none. */
export function sessionsBySeries(sessions: readonly Session[]): Map<string, Session[]> {
  const bySeries = new Map<string, Session[]>();
  for (const session of sessions) {
    const { series } = session.event;
    if (series === null) continue;
    const known = bySeries.get(series);
    if (known) known.push(session);
    else bySeries.set(series, [session]);
  }
  return bySeries;
}
