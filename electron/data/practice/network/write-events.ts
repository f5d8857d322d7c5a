import type { DayNumber } from '../../health/calendar/civil-day.ts';
import { roles } from './draw-people.ts';
import type { RecordWork } from './record-work.ts';
import { writeEventSurvey } from './write-surveys.ts';

/** The series that newcomers go to in their first week: what the planted ties depend on. */
const OPEN_EVENING = 'Open evening';

const kinds = [
  { series: 'Book club', kind: 'book-club', every: 28, from: 12, to: 40, partner: 0 },
  { series: 'Tuesday discussion', kind: 'discussion-group', every: 14, from: 8, to: 25, partner: -1 },
  { series: 'Letters workshop', kind: 'workshop', every: 91, from: 15, to: 60, partner: 3 },
  { series: null, kind: 'march', every: 364, from: 60, to: 150, partner: 2 },
] as const;
/** Of those who said they would come. */
const NO_SHOW = 0.2;

/** Events with who came: open evenings as drawn for newcomers, the others by chance among those who were there. */
export function writeEvents(work: RecordWork, partners: readonly number[]): void {
  writeOpenEvenings(work);
  const regulars = new Set(
    Array.from({ length: work.people.count }, (_, person) => person).filter((person) => person % 5 === 0),
  );
  for (const { series, kind, every, from, to, partner } of kinds) {
    for (let day = work.days.start + 30; day < work.days.end - 1; day += every) {
      const name = series ?? 'Summer march';
      const event = work.add('event', { name, kind, series, day, partner: partners[partner] ?? null });
      const wanted = work.random.whole(from, to);
      for (const person of presentOn(work, day, wanted, regulars)) attendance(work, event, person, wanted > 50);
      if (kind === 'workshop' || kind === 'book-club') writeEventSurvey(work, event, day, wanted);
    }
  }
}

function writeOpenEvenings(work: RecordWork): void {
  const { people, ids, days, add } = work;
  const events = new Map<DayNumber, number>();
  for (let person = 0; person < people.count; person += 1) {
    const day = people.evening[person] ?? -1;
    const id = ids[person] ?? 0;
    if (day < 0 || day >= days.end || id === 0) continue;
    let event = events.get(day);
    if (event === undefined) {
      event = add('event', { name: OPEN_EVENING, kind: 'discussion-group', series: OPEN_EVENING, day, partner: null });
      events.set(day, event);
    }
    add('attendance', { event, member: id, registered: 1, attended: 1, minutes: work.random.whole(30, 120) });
  }
}

function attendance({ ids, random, add }: RecordWork, event: number, person: number, isOpenAir: boolean): void {
  const attended = Number(!random.chance(NO_SHOW));
  const minutes = attended === 0 || isOpenAir ? null : random.whole(5, 120);
  add('attendance', {
    event,
    member: ids[person] ?? 0,
    registered: Number(attended === 0 || random.chance(0.8)),
    attended,
    minutes,
  });
}

/** Distinct people who were here on that day; those of a small circle come again and again. */
export function presentOn(
  { people, ids, random }: RecordWork,
  day: DayNumber,
  wanted: number,
  circle: ReadonlySet<number>,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (let tries = 0; tries < wanted * 40 && found.size < wanted; tries += 1) {
    const person = random.whole(0, people.count - 1);
    const isHere = day >= (people.first[person] ?? 0) && day <= (people.last[person] ?? 0);
    if (!isHere || people.role[person] === roles.spam || people.role[person] === roles.reader) continue;
    if ((ids[person] ?? 0) > 0 && (circle.has(person) || random.chance(0.25))) found.add(person);
  }
  return found;
}
