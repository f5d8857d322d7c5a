import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReportCategory } from '../../../shared/domain/report.ts';
import type { CaseReport } from '../../../shared/ipc/topics/case-report.ts';
import { call } from '../../app/api.ts';
import { announce } from '../../ui/live-region.tsx';
import { notify } from '../../ui/notices.tsx';
import type { NewNote } from './note-form.tsx';

/** Everything a person can do to a case besides deciding it. Each answers whether it was written. */
export function useCaseActions(caseId: number) {
  const { t } = useTranslation('case');
  const client = useQueryClient();
  const { mutateAsync, error, reset } = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  const attempt = async (act: () => Promise<unknown>, words?: string): Promise<boolean> => {
    try {
      await mutateAsync(act);
    } catch {
      // Shown in place through `error`.
      return false;
    }
    if (words) announce(words);
    return true;
  };
  return {
    error,
    forgetError: reset,
    claim: () => attempt(() => call('case.claim', { caseId }), t('claim.claimed')),
    release: () => attempt(() => call('case.release', { caseId }), t('claim.released')),
    wait: (until: number, note: string) => attempt(() => call('case.wait', { caseId, until, note })),
    escalate: (note: string) => attempt(() => call('case.escalate', { caseId, note })),
    reopen: () => attempt(() => call('case.reopen', { caseId })),
    correctCategory: (category: ReportCategory) => attempt(() => call('case.correctCategory', { caseId, category })),
    sayHarm: (reportId: number, harmed: CaseReport['harmed']) =>
      attempt(() => call('case.sayHarm', { caseId, reportId, harmed })),
    setLegalHold: (hold: boolean) => attempt(() => call('case.setLegalHold', { caseId, hold })),
    addNote: async (note: NewNote) => {
      const added = await attempt(() => call('case.addNote', { caseId, ...note }));
      if (added) notify(t(note.onReport === null ? 'notes.saved' : 'notes.savedToSend'));
      return added;
    },
    keepNoteHere: (noteId: number) => attempt(() => call('case.keepNoteHere', { noteId }), t('notes.keptHere')),
    sendNoteAgain: (noteId: number) => attempt(() => call('case.sendNoteAgain', { noteId }), t('notes.savedToSend')),
  };
}
