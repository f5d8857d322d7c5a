import { identityRulesFor } from '../../electron/data/health/disclosure/rules.ts';
import {
  type RawSplit,
  type RawSplitTable,
  type ReleasedTable,
  releaseSplit,
} from '../../electron/data/health/disclosure/split/release-split.ts';
import type { RowPeople } from '../../electron/data/health/disclosure/split/row-people.ts';
import { retentionGap } from '../../electron/data/health/metrics/group/retention-gap.ts';
import type { SplitCrossing } from '../../shared/domain/health/split.ts';
import type { DisclosurePlace } from '../../shared/domain/published.ts';
import { asBits } from './as-bits.ts';
import type { Survey, SurveyQuestion } from './random-surveys.ts';

/** What each question is told by. */
export const crossings = ['none', 'quarter'] as const satisfies readonly SplitCrossing[];

/** The name a table of a question is told by. */
export function nameOf(question: string, cross: SplitCrossing): string {
  return JSON.stringify([question, 'stay', cross]);
}

/** The tables of a question through the product's own gate, by the rules of the team's screen unless told otherwise. */
export function releasedSplit(
  question: string,
  tables: readonly RawSplitTable[],
  before: Pick<RawSplit, 'told' | 'memory'>,
  place: DisclosurePlace = 'team',
): readonly ReleasedTable[] {
  return releaseSplit(
    {
      ...{ communityId: 1, question, questionVersion: 1, wording: {}, measure: 'stay' },
      ...{ snapshotDay: '2026-01-01', module: retentionGap, tables, secret: 'a secret of the attack' },
      coverage: { shape: { kind: 'bars', unit: 'percent', facets: [] }, state: 'enough' },
      ...before,
      nameOf: (cross) => nameOf(question, cross),
    },
    identityRulesFor(place),
  );
}

/** Who answered, by heading of a crossing. */
export function headingsOf(survey: Survey, { answered }: SurveyQuestion, cross: SplitCrossing) {
  if (cross === 'none') return [{ heading: '', people: answered }];
  return [...new Set(answered.map(survey.quarterOf))]
    .sort((one, other) => one - other)
    .map((quarter) => ({
      heading: `quarter ${quarter}`,
      people: answered.filter((person) => survey.quarterOf(person) === quarter),
    }));
}

/** Whom a measure counts of some people, and who of them has what it measures. */
export function sidesOf({ statusOf }: Survey, people: readonly number[]) {
  return {
    counted: people.filter((person) => statusOf(person) >= 0),
    having: people.filter((person) => statusOf(person) > 0),
  };
}

/** A table of one question as the gate takes it. */
export function tableOf(survey: Survey, question: SurveyQuestion, cross: SplitCrossing): RawSplitTable {
  const headings = headingsOf(survey, question, cross);
  const rows = headings.flatMap(({ heading, people }) =>
    question.groups.map((group) => {
      const inGroup = new Set(group.people);
      const own = sidesOf(
        survey,
        people.filter((person) => inGroup.has(person)),
      );
      const rest = sidesOf(
        survey,
        people.filter((person) => !inGroup.has(person)),
      );
      return { id: heading === '' ? group.code : `${group.code}/${heading}`, code: group.code, heading, own, rest };
    }),
  );
  return {
    cross,
    raw: {
      kind: 'gaps',
      rows: rows.map(({ id, own, rest }) => ({
        id,
        label: { name: id },
        group: { part: own.having.length, whole: own.counted.length },
        rest: { part: rest.having.length, whole: rest.counted.length },
      })),
    },
    rows: rows.map(
      ({ id, code, heading, own, rest }): RowPeople => ({
        ...{ id, code, heading },
        counted: [asBits(own.counted), asBits(rest.counted)],
        having: [asBits(own.having), asBits(rest.having)],
      }),
    ),
    headings: headings.map(({ heading, people }) => {
      const { counted, having } = sidesOf(survey, people);
      return { heading, counted: asBits(counted), having: asBits(having) };
    }),
  };
}
