import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isOpenCase } from '../../../shared/domain/case.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { CaseHooks } from './case-events.ts';
import { ClosedCase } from './closed-case.tsx';
import { DecisionForm } from './decision-form.tsx';
import { caseQuery } from './queries.ts';
import { UndoBar } from './undo-bar.tsx';
import './decision-pane.css';

/** The decision on the open case: always the same order. Below it, whatever was decided last, with its way back. */
export function DecisionPane({ caseId, hooks }: { caseId: number | null; hooks: CaseHooks }) {
  const { t } = useTranslation('case');
  return (
    <div className="case-decision">
      {caseId === null ? (
        <div className="case-decision-none" />
      ) : (
        <LoadedDecision key={caseId} caseId={caseId} hooks={hooks} title={t('decision.title')} />
      )}
      <UndoBar hooks={hooks} />
    </div>
  );
}

function LoadedDecision({ caseId, hooks, title }: { caseId: number; hooks: CaseHooks; title: string }) {
  const { data, error } = useQuery(caseQuery(caseId));
  if (error) return <div className="case-decision-none" />;
  if (!data) return <Skeleton className="case-skeleton" rows={6} label={title} />;
  return isOpenCase(data.state) ? <DecisionForm view={data} hooks={hooks} /> : <ClosedCase view={data} hooks={hooks} />;
}
