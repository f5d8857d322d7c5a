import type { PartSide } from '../../../../shared/domain/health/chart.ts';
import type { DashboardId } from '../../../../shared/domain/health/pillar.ts';
import type { HealthFacts } from '../facts/health-facts.ts';
import type { SurveyKind, SurveyWave } from '../facts/survey-facts.ts';
import type { MetricModule } from './metric-module.ts';
import { missing } from './missing.ts';
import type { RawMissing, RawParts } from './raw-result.ts';
import { nearestPoint, wavesOf } from './survey-score.ts';
import { wordsOf } from './words-of.ts';

/**
 * A second picture of a survey metric: for each item of the newest wave how many chose each point of the scale, around the middle
 * of the scale (chart 27).
 * `of` is the metric it stands below; where that stays with the team, so does this.
 */
export function surveyScale(of: MetricModule, kind: SurveyKind): MetricModule {
  return { ...of, id: `${of.id}_scale`, compute: (facts) => scaleOf(facts, kind, of.dashboard) };
}

function scaleOf(facts: HealthFacts, kind: SurveyKind, dashboard: DashboardId): RawParts | RawMissing {
  const [newest] = wavesOf(facts, kind);
  if (!newest) return missing('surveys');
  const word = wordsOf(dashboard);
  const [lowest, highest] = newest.scale;
  const points = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at);
  return {
    kind: 'parts',
    unit: 'percent',
    of: 'people',
    parts: points.map((point) => ({
      id: `point${point}`,
      label: word('scalePoint', { number: point }),
      side: sideOf(point, newest),
    })),
    rows: newest.items.map((item, at) => ({
      id: `item${at}`,
      label: { name: item },
      counts: points.map((point) => answersAt(newest, at, point)),
    })),
  };
}

function sideOf(point: number, { scale: [lowest, highest] }: SurveyWave): PartSide {
  const middle = (lowest + highest) / 2;
  if (point === middle) return 'middle';
  return point < middle ? 'below' : 'above';
}

/** People whose answer to an item is nearest to a point of the scale; who left it out is at none. */
function answersAt(wave: SurveyWave, item: number, point: number): number {
  return wave.answers.filter((given) => nearestPoint(wave, given[item] ?? Number.NaN) === point).length;
}
