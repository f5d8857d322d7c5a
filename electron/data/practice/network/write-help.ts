import { roles } from './draw-people.ts';
import { planted } from './planted.ts';
import type { RecordWork } from './record-work.ts';
import { writeSurveys } from './write-surveys.ts';

const resources = [
  { name: 'Night line', kind: 'helpline', people: 24 },
  { name: 'Name change guide', kind: 'legal', people: 15 },
  { name: 'Rooms for tonight', kind: 'housing', people: 9 },
] as const;

/** Help, mentors, anonymous surveys, appeals, and the populations that answers are compared with. */
export function writeHelp(work: RecordWork, partners: readonly number[]): void {
  writeResources(work, partners);
  writeMentorships(work);
  writeSurveys(work);
  writeAppeals(work);
  writeBenchmarks(work);
}

function writeResources({ days, random, add }: RecordWork, partners: readonly number[]): void {
  for (const [at, { name, kind, people }] of resources.entries()) {
    const resource = add('resource', { name, kind, together: 0 });
    for (let day = days.start + 35; day < days.end - 31; ) {
      const monthDay = Number(new Date(day * 86_400_000).toISOString().slice(8, 10));
      const month = day - monthDay + 1;
      const partner = at === 0 ? (partners[1] ?? null) : null;
      add('resourceUse', { resource, month, people: people + random.whole(0, people), partner });
      day = month + 32;
    }
  }
}

/** Every eighth newcomer has somebody of the team beside them. Chosen by nobody, so it changes nothing: truth is no effect. */
function writeMentorships({ days, people, ids, random, add }: RecordWork): void {
  const mentors = [...ids.entries()].filter(([person, id]) => people.role[person] === roles.staff && id > 0);
  for (let person = 0; person < people.count; person += 1) {
    const startDay = people.first[person] ?? -1;
    const mentee = ids[person] ?? 0;
    if (people.role[person] !== roles.newcomer || mentee === 0 || startDay < 0 || startDay >= days.end - 1) continue;
    if (!random.chance(1 / 8)) continue;
    const [, mentor] = random.pick(mentors);
    add('mentorship', { mentor, mentee, startDay, endDay: Math.min(startDay + 60, days.end - 1) });
  }
}

function writeAppeals({ days, random, add }: RecordWork): void {
  let number = 0;
  for (let day = days.start + 25; day < days.end - 20; day += random.whole(5, 20)) {
    number += 1;
    const outcome = random.weighted({ upheld: 6, overturned: 2, partly: 2 });
    const decidedDay = day + random.whole(1, 14);
    add('appeal', { reference: `P-${number}`, receivedDay: day, decidedDay, outcome });
  }
}

function writeBenchmarks({ add }: RecordWork): void {
  const population = { population: 'An invented town', year: 2024, place: 'Nowhere', source: 'Made up for practice' };
  const shares = { woman: 46, man: 38, [planted.group.answer]: 18 };
  for (const [answer, share] of Object.entries(shares)) {
    const wording = 'Which of these describe you?';
    add('benchmark', {
      question: planted.group.question,
      answer,
      ...population,
      wording,
      share,
      fromAge: 18,
      toAge: null,
    });
  }
}
