import { CircleCheck, CircleDashed, CircleDot, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Goal } from './queries.ts';

const icons = { met: CircleCheck, missed: CircleX, unclear: CircleDot, unknown: CircleDashed };

/** How a goal stands: words and a shape, no colour. */
export function GoalState({ goal: { state, silence, aim } }: { goal: Pick<Goal, 'state' | 'silence' | 'aim'> }) {
  const { t } = useTranslation('goals');
  const Icon = icons[state];
  const why = silence === 'not-told' && isByGroup(aim) ? 'split' : silence;
  return (
    <span className="goals-state">
      <Icon className="ui-icon" aria-hidden />
      <span>{why === null ? t(`state.${state}`) : t(`silence.${why}`)}</span>
    </span>
  );
}

/** Of the week alone: told by the groups of a question, or of who answered it. */
export function isByGroup(aim: string): boolean {
  return aim.startsWith('group/') || aim.startsWith('coverage/');
}
