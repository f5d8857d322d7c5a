import type { GroupMetricModule } from '../group-metric.ts';
import { actionRate } from './action-rate.ts';
import { coverage } from './coverage.ts';
import { inequality } from './inequality.ts';
import { leadership } from './leadership.ts';
import { activationByGroup, firstReplyByGroup } from './newcomers-by-group.ts';
import { representation } from './representation.ts';
import { retentionGap } from './retention-gap.ts';

/** Every metric that may be counted by identity group, and no other, in the order of the catalogue. */
export const groupMetrics: readonly GroupMetricModule[] = [
  firstReplyByGroup,
  activationByGroup,
  representation,
  retentionGap,
  inequality,
  coverage,
  leadership,
  actionRate,
];
