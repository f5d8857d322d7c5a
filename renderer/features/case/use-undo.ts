import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { caseName, type Id } from '../../../shared/domain/ids.ts';
import { call, codeOf } from '../../app/api.ts';
import { announce } from '../../ui/live-region.tsx';
import type { CaseHooks } from './case-events.ts';
import { getLastDecision, setLastDecision } from './last-decision.ts';
import { drafts } from './use-case-draft.ts';

/** Takes a decision back as long as nothing of it has left; the words return to the form. */
export function useUndo(hooks: Pick<CaseHooks, 'onUnsettled'>): (decisionId: number, caseId: number) => Promise<void> {
  const { t } = useTranslation('case');
  const client = useQueryClient();
  return async (decisionId, caseId) => {
    const last = getLastDecision();
    const mine = last?.decisionId === decisionId;
    try {
      await call('case.undoDecision', { decisionId });
      drafts.restored(caseId, decisionId);
      hooks.onUnsettled(caseId);
      announce(t('undo.undone', { name: caseName(caseId as Id<'case'>) }));
      if (mine) setLastDecision({ ...last, outcome: 'undone' });
    } catch (error) {
      if (mine) setLastDecision({ ...last, outcome: codeOf(error) === 'already-sent' ? 'sent' : 'saved' });
      announce(t('undo.sent'));
    }
    await client.invalidateQueries({ queryKey: ['case', caseId] });
  };
}
