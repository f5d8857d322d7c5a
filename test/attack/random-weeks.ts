import type { Survey, SurveyQuestion } from './random-surveys.ts';

/** A week in which somebody looks: what is asked, and the records as they are then. */
export interface AskedWeek {
  readonly survey: Survey;
  readonly question: SurveyQuestion;
}

const WEEKS = 12;

/**
 * Weeks of a community as an insider would have them: people come and go by one or two, a route is renamed and gets one
 * member more, roles and ends of accounts change between everybody and a few, a week is asked again as it was, and the
 * same answers are read in under another name, but for one.
 */
export function randomWeeks(random: () => number): readonly AskedWeek[] {
  const size = 60 + Math.floor(random() * 240);
  const everybody = Array.from({ length: size }, (_, at) => 3 + at * 2);
  // Around the threshold as often as not, so that what is hidden could come to be shown.
  const share = random() < 0.4 ? 8 / size : 0.1 + random() * 0.5;
  const groupOf = new Map(everybody.map((person) => [person, random() < share ? 0 : 1 + Math.floor(random() * 2)]));
  const having = new Map(everybody.map((person) => [person, random() < 0.5 ? 1 : 0] as const));
  const answered = new Set(everybody.filter(() => random() < 0.8));
  const onRoute = new Set(everybody.filter(() => random() < 0.4));
  let counted = new Set(everybody);
  const few = new Set(everybody.filter(() => random() < 0.5));
  let name = 0;
  let route = 1;
  const before: ReadonlySet<number>[] = [];
  const someone = () => everybody[Math.floor(random() * size)] ?? 0;
  const toggle = (set: Set<number>, person = someone()) => {
    if (!set.delete(person)) set.add(person);
  };
  const acts: (() => void)[] = [
    () => toggle(answered),
    () => {
      toggle(answered);
      toggle(answered);
    },
    () => {
      route += 1;
      toggle(onRoute);
    },
    () => {
      counted = counted.size === size ? new Set(few) : new Set(everybody);
      toggle(counted);
    },
    () => {
      name += 1;
      toggle(answered);
    },
    () => {
      const [week = answered] = before;
      answered.clear();
      for (const person of week) answered.add(person);
      toggle(answered);
    },
    () => {
      const person = someone();
      groupOf.set(person, (groupOf.get(person) ?? 0) === 0 ? 1 : 0);
    },
    () => {
      for (let at = 0; at < 12; at += 1) toggle(answered);
    },
  ];
  return Array.from({ length: WEEKS }, (): AskedWeek => {
    const now = new Set(answered);
    before.push(now);
    const [kept, group, routeNow, routeName] = [new Set(counted), new Map(groupOf), new Set(onRoute), route];
    const question: SurveyQuestion = {
      name: `question ${name}`,
      answered: everybody.filter((person) => now.has(person)),
      groups: [0, 1, 2].map((code) => ({
        code: `answer ${code}`,
        people: everybody.filter((person) => now.has(person) && group.get(person) === code),
      })),
    };
    const survey: Survey = {
      questions: [question],
      statusOf: (person) => (kept.has(person) ? (having.get(person) ?? 0) : -1),
      quarterOf: (person) => (routeNow.has(person) ? routeName : 0),
    };
    acts[Math.floor(random() * acts.length)]?.();
    return { survey, question };
  });
}
