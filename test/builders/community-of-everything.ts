import type { HealthFacts } from '../../electron/data/health/facts/health-facts.ts';
import { type SurveyWave, surveyKinds } from '../../electron/data/health/facts/survey-facts.ts';
import type { GroupFacts } from '../../electron/data/health/metrics/group-facts.ts';
import { aDay, aFacts, anInstant, type FactsPlan, type MessagePlan } from './health-facts.ts';
import { aDecisionFact, anAppealFact, aReportFact } from './moderation-facts.ts';

const helpers = Array.from({ length: 24 }, (_, at) => `Helper ${at}`);
const messages: MessagePlan[] = [
  { at: '2026-07-01', by: 'Asker', id: 'ask', thread: 'help', flags: ['request'] },
  ...helpers.map((by): MessagePlan => ({ at: '2026-07-02', by, parent: 'ask', thread: 'help' })),
  ...helpers.map((by): MessagePlan => ({ at: '2026-02-02', by })),
];

const outreach: NonNullable<FactsPlan['outreach']> = {
  routes: [{ id: 1, name: 'March', kind: 'event', invited: [{ day: aDay('2026-01-02'), count: 9 }], partner: 0 }],
  partners: [{ name: 'Centre', since: 0, until: null }],
  resources: [{ name: 'Line', kind: 'line', isTogether: false }],
  referrals: [{ resource: 0, day: aDay('2026-08-01'), people: 1, partner: 0 }],
  mentorships: [{ mentor: 0, mentee: 1, startDay: aDay('2026-02-10'), endDay: null }],
  roles: [{ person: 0, role: 'host', startDay: 0, endDay: null }],
};

/** A community with something of everything but surveys, so that every row of resilience, outreach and moderation comes about. */
export function aCommunityOfEverything(more: Partial<FactsPlan> = {}): HealthFacts {
  return aFacts({
    firstDay: '2026-01-01',
    lastDay: '2026-10-10',
    people: { Ann: { joined: '2026-01-10', route: 0 }, Ben: { joined: '2026-02-10' } },
    messages,
    outreach,
    moderation: {
      reports: [
        aReportFact('2026-07-03', { reporter: 0, upheld: true }),
        aReportFact('2026-07-03', { closed: '2026-07-04', closedThereBy: 'machine' }),
      ],
      decisions: [0, 1, 2, 3].map((by) => aDecisionFact('2026-09-20', { by })),
      appeals: [anAppealFact('2026-09-21', '2026-09-22', 'upheld')],
    },
    ...more,
  });
}

/** One wave of every kind of survey, all of whose people gave the middle of the scale or one more. */
function everySurvey(): SurveyWave[] {
  return surveyKinds.map((kind) => ({
    kind,
    day: aDay('2026-08-01'),
    invited: 60,
    scale: [1, 5],
    items: ['one', 'two', 'three', 'four'],
    answers: Array.from({ length: 40 }, (_, at) => Float64Array.of(3, 4, 3 + (at % 2), 4)),
    event: kind === 'event-inclusion' ? 0 : -1,
  }));
}

const actors = Array.from({ length: 12 }, (_, at) => `Helper ${at}`);
const homeOf = (at: number) => (at % 4 < 2 ? 'Tea' : 'Books');
const sessionDays = ['2026-07-05', '2026-07-12', '2026-07-19', '2026-07-26', '2026-08-02'];

/** Besides: surveys, spaces that people answer across, sessions of a series, a campaign in all its steps, a hashtag. */
export function aBusyCommunity(): HealthFacts {
  const days = (from: string, more: Partial<MessagePlan>): MessagePlan[] =>
    actors.map(
      (by, at): MessagePlan => ({
        at: from,
        by,
        id: `${from} ${by}`,
        thread: from,
        space: at % 2 === 0 ? 'Tea' : 'Books',
        ...more,
        to: actors[(at + 1) % 12]!,
      }),
    );
  return aCommunityOfEverything({
    lastDay: '2026-10-20',
    surveys: everySurvey(),
    spaces: { Tea: '', Books: '' },
    messages: [
      ...messages.map((one, at): MessagePlan => ({ ...one, space: homeOf(at) })),
      ...days('2026-08-10', {}),
      ...days('2026-08-11', { parent: '2026-08-10 Helper 0' }),
      { at: '2026-08-20', by: 'Asker', id: 'again', thread: 'again', flags: ['request'] },
      ...helpers.map((by): MessagePlan => ({ at: '2026-08-21', by, parent: 'again', thread: 'again' })),
      ...actors.map(
        (by, at): MessagePlan => ({
          at: '2026-08-12',
          by: actors[(at + 1) % 12]!,
          to: by,
          space: at % 2 === 1 ? 'Tea' : 'Books',
          thread: '2026-08-10',
        }),
      ),
    ],
    attendance: [...sessionDays, 'workshop'].flatMap((_, event) => actors.map((who) => ({ event, who, minutes: 60 }))),
    participation: actors.flatMap((who) => [
      { campaign: 0, who, on: '2026-05-01', step: 'asked' as const },
      { campaign: 0, who, on: '2026-05-02', step: 'clicked' as const },
      { campaign: 0, who, on: '2026-05-02', step: 'opened' as const },
      { campaign: 0, who, on: '2026-05-03', step: 'completed' as const },
      { campaign: 1, who, on: '2026-07-10', step: 'asked' as const },
      { campaign: 1, who, on: '2026-07-11', step: 'clicked' as const },
      { campaign: 1, who, on: '2026-07-11', step: 'opened' as const },
      { campaign: 1, who, on: '2026-07-12', step: 'gave' as const, amount: 500 },
      { campaign: 1, who, on: '2026-07-13', step: 'organised' as const },
    ]),
    outreach: {
      ...outreach,
      events: [
        ...sessionDays.map((date) => ({
          ...({ name: 'Circle', kind: 'discussion-group', series: 'Circle' } as const),
          ...{ day: aDay(date), partner: 0 },
        })),
        { name: 'Banners', kind: 'workshop', series: null, day: aDay('2026-08-09'), partner: -1 },
      ],
      campaigns: [
        {
          name: 'Letters',
          kind: 'letters',
          startDay: aDay('2026-05-01'),
          endDay: null,
          partner: -1,
          delivered: 0,
          currency: 'EUR',
        },
        {
          name: 'Fund',
          kind: 'fundraising',
          startDay: aDay('2026-07-10'),
          endDay: null,
          partner: -1,
          delivered: 0,
          currency: 'EUR',
        },
      ],
    },
    moderation: {
      reports: [
        aReportFact('2026-07-03', { reporter: 0, upheld: true, firstActionAt: anInstant('2026-07-03 12:00') }),
        aReportFact('2026-07-03', { reporter: 0, upheld: true, firstActionAt: anInstant('2026-07-03 13:00') }),
        aReportFact('2026-07-03', { closed: '2026-07-04', closedThereBy: 'machine' }),
      ],
      decisions: [0, 1, 2, 3].map((by) => aDecisionFact('2026-09-20', { by })),
      appeals: [anAppealFact('2026-09-21', '2026-09-22', 'upheld')],
    },
    more: { tagMeasures: [{ tag: 'pride', day: aDay('2026-07-06'), accounts: 40, uses: 60, servers: 9 }] },
  });
}

/** Answers to one question of a community of everything. */
export const answersOfEverything: GroupFacts = {
  questionKey: 'gender',
  version: 1,
  groups: [{ code: 'woman', label: { name: 'Women' }, people: Int32Array.of(0) }],
  answered: Int32Array.of(0, 1),
  preferNotToSay: Int32Array.of(),
  asked: Int32Array.of(0, 1),
  everAsked: Int32Array.of(0, 1),
  askedPeople: null,
  benchmarks: [],
};
