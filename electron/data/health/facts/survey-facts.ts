import type { DayNumber } from '../calendar/civil-day.ts';

/** Kinds of anonymous surveys whose answers can be imported. The items themselves are not shipped: licences differ. */
export const surveyKinds = ['feeling-heard', 'sense-of-community', 'event-inclusion', 'wellbeing', 'safety'] as const;
export type SurveyKind = (typeof surveyKinds)[number];

/** One wave of an anonymous survey: answers on a scale, nobody's name. Below eight answers it is not shown at all. */
export interface SurveyWave {
  readonly kind: SurveyKind;
  readonly day: DayNumber;
  /** People who were asked, 0 where nobody noted it. */
  readonly invited: number;
  /** Lowest and highest point of the scale. */
  readonly scale: readonly [number, number];
  readonly items: readonly string[];
  /** One row per respondent, one column per item; NaN where an item was left out. */
  readonly answers: readonly Float64Array[];
  /** Position in `outreach.events` for a survey after an event, −1 otherwise. */
  readonly event: number;
}
