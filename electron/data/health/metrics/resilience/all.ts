import type { MetricModule } from '../metric-module.ts';
import { absence, absenceShares } from './absence.ts';
import { activation } from './activation.ts';
import { inactiveContributors } from './inactive-contributors.ts';
import { levelFlow, levelMoves } from './level-moves.ts';
import { dormancy, lifeCycleChart } from './life-cycle-chart.ts';
import { mentoredStay } from './mentored-stay.ts';
import { newContributors, newContributorsByWeek } from './new-contributors.ts';
import { onionChart } from './onion-chart.ts';
import { returnInBracket } from './return-in-bracket.ts';
import { returnOn, returnOnAverage, returnOnOrAfter } from './return-on.ts';
import { signUps, signUpsByWeek } from './sign-ups.ts';
import { stayCurveChart } from './stay-curve-chart.ts';
import { stickiness } from './stickiness.ts';
import { survivingNewcomers } from './surviving-newcomers.ts';
import { thirtyDayReturners } from './thirty-day-returners.ts';

/** Metrics of the resilience dashboard, in the order of the catalogue; those by group are in `group/all.ts`. */
export const resilienceMetrics: readonly MetricModule[] = [
  signUps,
  signUpsByWeek,
  newContributors,
  newContributorsByWeek,
  activation,
  returnOn,
  returnOnAverage,
  returnOnOrAfter,
  returnInBracket,
  survivingNewcomers,
  stayCurveChart,
  lifeCycleChart,
  dormancy,
  stickiness,
  thirtyDayReturners,
  inactiveContributors,
  levelMoves,
  levelFlow,
  absence,
  absenceShares,
  onionChart,
  mentoredStay,
];
