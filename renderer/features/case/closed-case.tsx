import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import type { CaseHooks } from './case-events.ts';
import { useCaseActions } from './use-case-actions.ts';

/** A case that has been decided offers one thing: opening it again. */
export function ClosedCase({ view, hooks }: { view: CaseView; hooks: CaseHooks }) {
  const { t } = useTranslation('case');
  const actions = useCaseActions(view.caseId);
  const newest = view.decisions.findLast((decision) => decision.undoneAt === null);
  return (
    <div className="case-closed">
      <h3>{t('decision.decidedTitle')}</h3>
      {newest && (
        <p>
          {t(`finding.${newest.finding}`)}
          {newest.personEffect !== 'none' && ` · ${t(`effect.${newest.personEffect}`)}`}
          {newest.removePosts && ` · ${t('decision.postsDown')}`}
        </p>
      )}
      <p className="case-quiet">{t('decision.decidedWords')}</p>
      <FailureCallout error={actions.error} />
      <div className="case-closed-actions">
        {view.hasConflict && (
          <Button variant="primary" onPress={hooks.openConflicts}>
            {t('header.settleConflict')}
          </Button>
        )}
        <Button onPress={() => void actions.reopen()}>{t('header.reopen')}</Button>
      </div>
    </div>
  );
}
