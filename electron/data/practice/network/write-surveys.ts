import type { DayNumber } from '../../health/calendar/civil-day.ts';
import { addAnswers } from '../../store/outreach/survey-answers.ts';
import type { RecordWork } from './record-work.ts';

const scales = [
  { kind: 'feeling-heard', items: ['heard', 'understood', 'respected', 'common ground'], middle: 3.9 },
  { kind: 'sense-of-community', items: ['needs', 'belonging', 'influence', 'bond'], middle: 3.6 },
  { kind: 'safety', items: ['safe to post', 'safe to be named'], middle: 4.1 },
  { kind: 'wellbeing', items: ['rested', 'supported'], middle: 3.3 },
] as const;
const EVERY_DAYS = 182;
const ANSWER_SHARE = 0.38;
const MOST_INVITED = 3_000;

interface Wave {
  readonly name: string;
  readonly kind: string;
  readonly day: DayNumber;
  readonly invited: number;
  readonly items: readonly string[];
  /** Mean answer, from 1 to 5. */
  readonly middle: number;
  /** Row number of the event it was about, or null. */
  readonly event: number | null;
}

/** Every scale twice a year. */
export function writeSurveys(work: RecordWork): void {
  const invited = Math.min(MOST_INVITED, Math.ceil(work.people.count / 5));
  for (const scale of scales) {
    let number = 0;
    for (let day = work.days.start + 90; day < work.days.end; day += EVERY_DAYS) {
      number += 1;
      writeWave(work, { ...scale, name: `${scale.kind} ${number}`, day, invited, event: null });
    }
  }
}

/** What people said about an event they were at. */
export function writeEventSurvey(work: RecordWork, event: number, day: DayNumber, came: number): void {
  const items = ['included', 'valued', 'heard', 'plan to return'];
  const name = `After the event ${event}`;
  writeWave(work, { name, kind: 'event-inclusion', day, invited: came * 2, items, middle: 4, event });
}

/** Anonymous answers on a scale from 1 to 5; some leave an item out. */
function writeWave({ db, communityId, random, add }: RecordWork, { items, middle, invited, ...wave }: Wave): void {
  const scale = { scaleLow: 1, scaleHigh: 5 };
  const id = add('survey', { ...wave, ...scale, invited });
  const counts = new Map<string, number>();
  for (let answers = Math.round(invited * ANSWER_SHARE); answers > 0; answers -= 1) {
    const mood = middle + (random.next() - 0.5) * 2;
    const row = items.map(() => (random.chance(0.03) ? null : onScale(mood + (random.next() - 0.5) * 2)));
    const text = JSON.stringify(row);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  addAnswers(db, { communityId, id, name: wave.name, ...scale, items }, counts);
}

function onScale(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}
