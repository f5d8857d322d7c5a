import type { MetricModule } from '../metric-module.ts';
import { agreement } from './agreement-survey.ts';

/** M11. Share of the moderators agreeing with items on burnout; at least eight answers, and none collected in a small team. */
export const moderatorWellbeing: MetricModule = {
  id: 'M11',
  dashboard: 'moderation',
  isCore: false,
  definitionVersion: 1,
  level: null,
  needs: ['surveys'],
  chart: 27,
  source: 'CHAOSS, Project Burnout',
  place: 'team',
  team: 'nameless',
  compute: (facts) => agreement(facts, 'wellbeing'),
};

/** M13. Share of members who saw or met harm, and who changed what they do because of it. */
export const safetyExperience: MetricModule = {
  id: 'M13',
  dashboard: 'moderation',
  isCore: true,
  definitionVersion: 1,
  level: null,
  needs: ['surveys'],
  chart: 27,
  source: 'CHAOSS, Psychological Safety',
  place: 'any',
  team: 'nameless',
  compute: (facts) => agreement(facts, 'safety'),
};
