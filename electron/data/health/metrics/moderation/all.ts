import type { MetricModule } from '../metric-module.ts';
import { surveyScale } from '../survey-scale.ts';
import { appeals, appealTime } from './appeals.ts';
import { automationShare } from './automation-share.ts';
import { backlogAge, backlogAgeNumbers } from './backlog-age.ts';
import { coverageClock, coverageHours } from './coverage-hours.ts';
import { moderatorLoad, moderatorShares } from './moderator-load.ts';
import { outcomeMix, outcomeMixByCategory } from './outcome-mix.ts';
import { repeatTargets } from './repeat-targets.ts';
import { reportsPerActive } from './reports-per-active.ts';
import { resolutionRatio } from './resolution-ratio.ts';
import { moderatorWellbeing, safetyExperience } from './team-surveys.ts';
import { timeToFirstAction } from './time-to-first-action.ts';

/** Metrics of the moderation dashboard, in the order of the catalogue; M7 is by group, in `group/all.ts`. */
export const moderationMetrics: readonly MetricModule[] = [
  reportsPerActive,
  timeToFirstAction,
  backlogAge,
  backlogAgeNumbers,
  resolutionRatio,
  outcomeMix,
  outcomeMixByCategory,
  appeals,
  appealTime,
  repeatTargets,
  moderatorLoad,
  moderatorShares,
  coverageHours,
  coverageClock,
  moderatorWellbeing,
  automationShare,
  safetyExperience,
  surveyScale(safetyExperience, 'safety'),
];
