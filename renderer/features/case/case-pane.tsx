import { useQuery } from '@tanstack/react-query';
import { MousePointerClick } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../shared/ipc/topics/case.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { FailureCallout, useFailureWords } from '../../app/failure-words.tsx';
import { useSetting } from '../../app/settings/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { CaseHooks } from './case-events.ts';
import { CaseEvents } from './case-events.tsx';
import { CaseHeader } from './case-header.tsx';
import { CaseNotes } from './case-notes.tsx';
import { CaseReports } from './case-reports.tsx';
import { CaseSubjects } from './case-subjects.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { CoverAllButton } from './cover-all-button.tsx';
import { CoverProvider } from './cover-context.tsx';
import { coversText } from './covering.ts';
import { MemberCard } from './member-card.tsx';
import { noteTargetOf } from './note-target.ts';
import { PastDecisions } from './past-decisions.tsx';
import { caseQuery } from './queries.ts';
import { useCaseActions } from './use-case-actions.ts';
import { useCaseDraft } from './use-case-draft.ts';
import { useUndo } from './use-undo.ts';
import './case-pane.css';

export interface CasePaneProps {
  caseId: number | null;
  hooks: CaseHooks;
  /** Counts up whenever focus should go to the heading: the case was opened on purpose. */
  focusTurn: number;
  /** There is nothing to choose, so the pane stays silent. */
  silent?: boolean;
}

/** The open case, or what to do while none is. */
export function CasePane({ caseId, hooks, focusTurn, silent = false }: CasePaneProps) {
  const { t } = useTranslation('case');
  if (caseId === null && silent) return null;
  if (caseId === null) {
    return (
      <EmptyState icon={MousePointerClick} title={t('pane.none.title')}>
        {t('pane.none.words')}
      </EmptyState>
    );
  }
  return <LoadedCase key={caseId} caseId={caseId} hooks={hooks} focusTurn={focusTurn} />;
}

function LoadedCase({ caseId, hooks, focusTurn }: CasePaneProps & { caseId: number }) {
  const { t } = useTranslation('case');
  const words = useFailureWords();
  const { data, error, refetch } = useQuery(caseQuery(caseId));
  if (data) return <CaseContent view={data} hooks={hooks} focusTurn={focusTurn} />;
  if (error) {
    return (
      <ErrorState
        title={t('pane.error.title')}
        actions={<Button onPress={() => void refetch()}>{t('pane.error.retry')}</Button>}
      >
        {words(error)}
      </ErrorState>
    );
  }
  return <Skeleton className="case-skeleton" rows={7} label={t('pane.loading')} />;
}

function CaseContent({ view, hooks, focusTurn }: { view: CaseView; hooks: CaseHooks; focusTurn: number }) {
  const [shield] = useSetting('shield.text');
  const [whyOpen, setWhyOpen] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const noteField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const actions = useCaseActions(view.caseId);
  const draft = useCaseDraft(view);
  const undo = useUndo(hooks);

  useEffect(() => {
    if (focusTurn > 0) heading.current?.focus();
  }, [focusTurn]);
  useCommand('queue.focusCase', () => heading.current?.focus());
  useCommand('case.why', () => setWhyOpen(!whyOpen));
  useCommand('case.claim', () => void actions.claim(), { enabled: view.claim === null });
  useCommand('case.release', () => void actions.release(), { enabled: view.claim?.mine === true });
  useCommand('case.note', () => noteField.current?.focus());

  return (
    <CoverProvider covering={coversText(shield, view.category)}>
      <div className="case-scroll">
        <CaseHeader
          view={view}
          headingRef={heading}
          whyOpen={whyOpen}
          onWhy={() => setWhyOpen(!whyOpen)}
          onClaim={() => void actions.claim()}
          onRelease={() => void actions.release()}
          onCorrectCategory={() => setCorrecting(true)}
          onLegalHold={(hold) => void actions.setLegalHold(hold)}
          onReopen={() => void actions.reopen()}
          onConflicts={hooks.openConflicts}
        />
        <FailureCallout error={actions.error} />
        <CoverAllButton />
        <CaseSubjects subjects={view.subjects} />
        <CaseReports
          reports={view.reports}
          community={view.communityName}
          onHarm={(reportId, harmed) => void actions.sayHarm(reportId, harmed)}
        />
        <MemberCard member={view.member} onOpenCase={hooks.openCase} />
        <PastDecisions decisions={view.decisions} onUndo={(decisionId) => void undo(decisionId, view.caseId)} />
        <CaseNotes
          notes={view.notes}
          draft={draft.value.note}
          onDraft={(note) => draft.change({ note })}
          onAdd={actions.addNote}
          community={view.communityName}
          target={noteTargetOf(view)}
          onKeepHere={(noteId) => void actions.keepNoteHere(noteId)}
          onSendAgain={(noteId) => void actions.sendNoteAgain(noteId)}
          fieldRef={noteField}
        />
        <CaseEvents events={view.events} />
      </div>
      <CategoryDialog
        view={view}
        isOpen={correcting}
        onClose={() => setCorrecting(false)}
        onChoose={actions.correctCategory}
      />
    </CoverProvider>
  );
}
