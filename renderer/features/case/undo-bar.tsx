import { useQuery } from '@tanstack/react-query';
import { CircleCheck, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { caseName, type Id } from '../../../shared/domain/ids.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/format/now.ts';
import { useFormat } from '../../ui/format/use-format.ts';
import type { CaseHooks } from './case-events.ts';
import { type LastDecision, useLastDecision } from './last-decision.ts';
import { outboxQuery, statusQuery } from './queries.ts';
import { useUndo } from './use-undo.ts';

type Fate = 'undone' | 'sent' | 'recorded' | 'soon' | 'later';

/** What becomes of a decision, as the outbox has it now. */
function useFate(last: LastDecision | null): Fate {
  const waits = last?.outcome === 'saved' && !last.recordedOnly;
  const { data: outbox, dataUpdatedAt } = useQuery({ ...outboxQuery(), enabled: waits });
  const { data: status } = useQuery({ ...statusQuery(), enabled: waits });
  if (last?.outcome === 'undone' || last?.outcome === 'sent') return last.outcome;
  if (last?.recordedOnly) return 'recorded';
  const item = outbox?.find(({ decisionId }) => decisionId === last?.decisionId);
  if (outbox && last && dataUpdatedAt > last.madeAt && item?.canUndo !== true) return 'sent';
  return status?.network === 'online' ? 'soon' : 'later';
}

/** The newest decision with its way back, at the foot of the decision pane until it is sent. */
export function UndoBar({ hooks }: { hooks: Pick<CaseHooks, 'onUnsettled' | 'openCase'> }) {
  const { t } = useTranslation('case');
  const { locale } = useFormat();
  const last = useLastDecision();
  const now = useNow();
  const undo = useUndo(hooks);
  const fate = useFate(last);
  const keys = useCommandKeys('decision.undo');
  const canUndo = last !== null && fate !== 'sent' && fate !== 'undone';
  const takeBack = async () => {
    if (!last) return;
    await undo(last.decisionId, last.caseId);
    hooks.openCase(last.caseId);
  };
  useCommand('decision.undo', () => void takeBack(), { enabled: canUndo });
  if (!last) return null;
  const name = caseName(last.caseId as Id<'case'>);
  const until = fate === 'soon' && last.undoUntil !== null && last.undoUntil > now ? last.undoUntil : null;
  return (
    <section className="case-undo" aria-label={t('undo.label')}>
      {fate === 'undone' ? (
        <RotateCcw className="ui-icon" aria-hidden />
      ) : (
        <CircleCheck className="ui-icon" aria-hidden />
      )}
      <p className="case-undo-words">
        {fate === 'undone' ? t('undo.undone', { name }) : t('undo.saved', { name })}{' '}
        {fate !== 'undone' && t(`undo.${fate}`)}{' '}
        {until !== null && (
          <span className="case-quiet">
            {t('undo.until', { time: new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(until) })}
          </span>
        )}
      </p>
      {canUndo && (
        <Button keys={keys} onPress={() => void takeBack()}>
          {t('undo.button')}
        </Button>
      )}
    </section>
  );
}
