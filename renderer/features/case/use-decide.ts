import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takesWords, tellsPerson } from '../../../shared/domain/tell-person.ts';
import type { CaseDraft, CaseView } from '../../../shared/ipc/topics/case.ts';
import { call, codeOf, HearthFailure, type Output } from '../../app/api.ts';
import { announce } from '../../ui/live-region.tsx';
import type { CaseHooks } from './case-events.ts';
import { lackOf, type Refusal, refusalOf } from './decision-form.ts';
import { setLastDecision } from './last-decision.ts';
import { caseQuery } from './queries.ts';
import { useSeenFacts } from './seen-facts.ts';
import { drafts } from './use-case-draft.ts';

/** Writes the decision; what stands in its way is answered in `refusal`, and no text is lost. */
export function useDecide(view: CaseView, draft: CaseDraft, hooks: CaseHooks) {
  const { t } = useTranslation('case');
  const client = useQueryClient();
  const facts = useSeenFacts(view);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const { caseId } = view;

  const decide = (version: number, finding: NonNullable<CaseDraft['finding']>): Promise<Output<'case.decide'>> =>
    call('case.decide', {
      caseId,
      caseVersion: version,
      finding,
      policyId: draft.policyId,
      severity: draft.severity,
      personEffect: draft.personEffect,
      reasonInternal: draft.reasonInternal,
      reasonPerson: takesWords(view.capabilities, draft.personEffect) ? draft.reasonPerson : '',
      notifyPerson: tellsPerson(view.capabilities, draft.personEffect, draft.notifyPerson),
      removePosts: draft.removePosts,
    });

  /** A newer version that shows the same facts (our own claim, for one) needs no second look. */
  const decideFromNewest = async (finding: NonNullable<CaseDraft['finding']>): Promise<Output<'case.decide'>> => {
    try {
      return await decide(view.version, finding);
    } catch (error) {
      if (codeOf(error) !== 'stale') throw error;
      const newest = await client.fetchQuery({ ...caseQuery(caseId), staleTime: 0 });
      if (!facts.isSeen(newest) || newest.version === view.version) throw error;
      return await decide(newest.version, finding);
    }
  };

  const submit = async ({ next }: { next: boolean }): Promise<void> => {
    if (busy) return;
    const lack = lackOf(draft) ?? (facts.changed ? ({ kind: 'stale' } as const) : null);
    setRefusal(lack);
    if (lack || draft.finding === null) return;
    setBusy(true);
    try {
      const answer = await decideFromNewest(draft.finding);
      drafts.submitted(caseId, answer.decisionId);
      const { decisionId, undoUntil } = answer;
      setLastDecision({
        decisionId,
        caseId,
        madeAt: Date.now(),
        undoUntil,
        recordedOnly: undoUntil === null,
        outcome: 'saved',
      });
      hooks.onSettled(caseId);
      announce(t('announce.decided', { name: view.name }));
      if (next && (await hooks.openNext()) === null) announce(t('announce.last'));
    } catch (error) {
      setRefusal(refusalOf(codeOf(error), error instanceof HearthFailure ? error.detail : undefined));
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      void client.invalidateQueries({ queryKey: ['outbox'] });
    }
  };

  const forget = () => {
    facts.see();
    setRefusal(null);
  };
  return { submit, refusal, busy, forget, factsChanged: facts.changed };
}
