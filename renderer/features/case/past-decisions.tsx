import { useTranslation } from 'react-i18next';
import type { CaseDecision } from '../../../shared/ipc/topics/case.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { Moment } from './moment.tsx';

const tones: Readonly<Record<CaseDecision['actions'][number]['state'], Tone>> = {
  drafted: 'plain',
  confirmed: 'waiting',
  sending: 'waiting',
  applied: 'done',
  failed: 'harm',
  conflict: 'harm',
  reversed: 'plain',
};

/** What was decided in this case, by whom, and what became of each action. */
export function PastDecisions({
  decisions,
  onUndo,
}: {
  decisions: readonly CaseDecision[];
  onUndo: (decisionId: number) => void;
}) {
  const { t } = useTranslation('case');
  if (decisions.length === 0) return null;
  return (
    <section className="case-section" aria-labelledby="case-decisions">
      <h3 id="case-decisions">{t('decisions.title')}</h3>
      <ol className="case-stack">
        {decisions.map((decision) => (
          <li
            key={decision.decisionId}
            className="case-decision-card"
            data-undone={decision.undoneAt !== null || undefined}
          >
            <p className="case-decision-head">
              <strong>{t(`finding.${decision.finding}`)}</strong>
              {decision.personEffect !== 'none' && <span> · {t(`effect.${decision.personEffect}`)}</span>}
              {decision.removePosts && <span> · {t('decision.postsDown')}</span>}
            </p>
            <p className="case-quiet">
              <Moment at={decision.decidedAt} say={(time) => t('decisions.by', { name: decision.decidedBy, time })} />
              {decision.policyTitle !== null &&
                ` · ${t('decisions.policy', { title: decision.policyTitle, version: decision.policyVersion ?? 1 })}`}
            </p>
            {decision.undoneAt !== null && (
              <p className="case-quiet">
                <Moment at={decision.undoneAt} say={(time) => t('decisions.undone', { time })} />
              </p>
            )}
            {decision.reasonInternal.trim() !== '' && (
              <div>
                <span className="case-quiet">{t('decisions.reasonInternal')}</span>
                <FormattedText text={decision.reasonInternal} />
              </div>
            )}
            {decision.reasonPerson.trim() !== '' && (
              <div>
                <span className="case-quiet">{t('decisions.reasonPerson')}</span>
                <FormattedText text={decision.reasonPerson} />
              </div>
            )}
            {decision.actions.length > 0 && (
              <ul className="case-actions-done">
                {decision.actions.map((action) => (
                  <li key={action.actionId}>
                    <span>{t(`action.${action.kind}`)}</span>
                    <Badge tone={tones[action.state]}>{t(`actionState.${action.state}`)}</Badge>
                  </li>
                ))}
              </ul>
            )}
            {decision.canUndo && (
              <div>
                <Button onPress={() => onUndo(decision.decisionId)}>{t('undo.button')}</Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
