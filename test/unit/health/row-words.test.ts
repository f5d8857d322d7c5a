import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../electron/data/health/metrics/catalogue.ts';
import { groupMetrics } from '../../../electron/data/health/metrics/group/all.ts';
import type { GroupFacts } from '../../../electron/data/health/metrics/group-facts.ts';
import type { ChartLabel } from '../../../shared/domain/health/chart.ts';
import { strings } from '../../../shared/strings/en.ts';
import { listKeys } from '../../../shared/strings/plural-forms.ts';
import { aDay, aFacts, aWindow, type MessagePlan } from '../../builders/health-facts.ts';
import { aDecisionFact, anAppealFact, aReportFact } from '../../builders/moderation-facts.ts';

const keys = new Set(
  Object.entries(strings).flatMap(([topic, words]) =>
    listKeys(words).map((key) => `${topic}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`),
  ),
);

/** A community with something of everything, so that every row comes about. */
const helpers = Array.from({ length: 24 }, (_, at) => `Helper ${at}`);
const messages: MessagePlan[] = [
  { at: '2026-07-01', by: 'Asker', id: 'ask', thread: 'help', flags: ['request'] },
  ...helpers.map((by): MessagePlan => ({ at: '2026-07-02', by, parent: 'ask', thread: 'help' })),
  ...helpers.map((by): MessagePlan => ({ at: '2026-02-02', by })),
];
const facts = aFacts({
  firstDay: '2026-01-01',
  lastDay: '2026-10-10',
  people: { Ann: { joined: '2026-01-10', route: 0 }, Ben: { joined: '2026-02-10' } },
  messages,
  outreach: {
    routes: [{ name: 'March', kind: 'event', invited: [{ day: aDay('2026-01-02'), count: 9 }], partner: 0 }],
    partners: [{ name: 'Centre', since: 0, until: null }],
    resources: [{ name: 'Line', kind: 'line' }],
    referrals: [{ resource: 0, day: aDay('2026-08-01'), people: 1, partner: 0 }],
    mentorships: [{ mentor: 0, mentee: 1, startDay: aDay('2026-02-10'), endDay: null }],
    roles: [{ person: 0, role: 'host', startDay: 0, endDay: null }],
  },
  moderation: {
    reports: [aReportFact('2026-07-03', { harmed: 0, upheld: true })],
    decisions: [0, 1, 2, 3].map((by) => aDecisionFact('2026-09-20', { by })),
    appeals: [anAppealFact('2026-09-21', '2026-09-22', 'upheld')],
  },
});
const groups: GroupFacts = {
  questionKey: 'gender',
  version: 1,
  groups: [{ code: 'woman', label: { name: 'Women' }, people: Int32Array.of(0) }],
  answered: Int32Array.of(0, 1),
  preferNotToSay: Int32Array.of(),
  asked: Int32Array.of(0, 1),
  everAsked: Int32Array.of(0, 1),
  benchmarks: [],
};

/** Every label anywhere in an answer. */
function labelsOf(answer: unknown): ChartLabel[] {
  if (typeof answer !== 'object' || answer === null || ArrayBuffer.isView(answer)) return [];
  if ('key' in answer && 'params' in answer) return [answer as ChartLabel];
  return Object.values(answer).flatMap(labelsOf);
}

const answers = [
  ...catalogue.map((metric) => [metric.id, metric.compute(facts, aWindow(facts))] as const),
  ...groupMetrics.flatMap((metric) =>
    (['none', ...metric.crossings] as const).map(
      (crossing) =>
        [`${metric.id} by ${crossing}`, metric.computeByGroup(facts, groups, aWindow(facts), crossing)] as const,
    ),
  ),
];

describe('rows', () => {
  it('come about for every metric of resilience, outreach and moderation but the surveys', () => {
    const missing = answers.filter(([id, { kind }]) => /^[ZM]/.test(id) && kind === 'missing').map(([id]) => id);
    expect(missing).toEqual(['M11', 'M13', 'M13_scale']);
  });

  it.each(answers)('of %s are called by words of the catalogue', (_, answer) => {
    for (const label of labelsOf(answer)) if ('key' in label) expect(keys).toContain(label.key);
  });

  it('have ids of their own', () => {
    for (const [id, answer] of answers) {
      if (!('rows' in answer) || answer.kind === 'grid') continue;
      const ids = answer.rows.map((row) => row.id);
      expect([id, new Set(ids).size]).toEqual([id, ids.length]);
    }
  });
});
