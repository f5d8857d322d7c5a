import type { SceneKind } from './texts/text-bank.ts';
import type { PracticeCategory } from './world-state.ts';

export interface ScenePlan {
  /** How often it happens, relative to the others. */
  readonly weight: number;
  readonly category: PracticeCategory;
  readonly ruleIds: readonly string[];
  /** Whether the reported post answers somebody, or stands alone. */
  readonly answers: boolean;
  readonly reports: readonly [fewest: number, most: number];
}

/** How each kind of scene plays out: the category is what the reporter chose, which is not always the right one. */
export const scenePlans: Readonly<Record<SceneKind, ScenePlan>> = {
  misnaming: { weight: 16, category: 'violation', ruleIds: ['3'], answers: true, reports: [1, 2] },
  advice: { weight: 10, category: 'other', ruleIds: [], answers: true, reports: [1, 2] },
  outing: { weight: 8, category: 'violation', ruleIds: ['1'], answers: true, reports: [1, 2] },
  crisis: { weight: 6, category: 'violation', ruleIds: ['2'], answers: false, reports: [1, 2] },
  belonging: { weight: 10, category: 'violation', ruleIds: ['4'], answers: true, reports: [1, 3] },
  advances: { weight: 9, category: 'violation', ruleIds: ['5'], answers: true, reports: [1, 2] },
  spam: { weight: 12, category: 'spam', ruleIds: [], answers: false, reports: [1, 3] },
  'bad-faith': { weight: 5, category: 'violation', ruleIds: ['3', '5'], answers: false, reports: [3, 5] },
  dispute: { weight: 12, category: 'other', ruleIds: [], answers: true, reports: [1, 1] },
  copying: { weight: 5, category: 'legal', ruleIds: [], answers: false, reports: [1, 1] },
};
