import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, findings, type PersonEffect } from '../../../shared/domain/decision.ts';
import type { CaseDraft, CaseView } from '../../../shared/ipc/topics/case.ts';
import { useCommand } from '../../app/commands/command-handlers.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CaseHooks } from './case-events.ts';
import { DecisionFoot } from './decision-foot.tsx';
import { finalParts } from './decision-form.ts';
import { EffectChoice } from './effect-choice.tsx';
import { EffectPreview } from './effect-preview.tsx';
import { EscalateDialog } from './escalate-dialog.tsx';
import { FindingChoice } from './finding-choice.tsx';
import { focusGroup } from './keyed-choices.tsx';
import { PersonWords } from './person-words.tsx';
import { PolicyChoice } from './policy-choice.tsx';
import { RefusalCallout } from './refusal-callout.tsx';
import { useCaseActions } from './use-case-actions.ts';
import { useCaseDraft } from './use-case-draft.ts';
import { useDecide } from './use-decide.ts';
import { WaitDialog } from './wait-dialog.tsx';

const findingCommands = {
  upheld: 'decision.upheld',
  'not-upheld': 'decision.notUpheld',
  'not-enough': 'decision.notEnough',
  'bad-faith': 'decision.badFaith',
  duplicate: 'decision.duplicate',
} as const;

/** The keys of the five findings, each its own command. */
function useFindingKeys(choose: (finding: Finding) => void): Readonly<Record<Finding, string | undefined>> {
  useCommand(findingCommands.upheld, () => choose('upheld'));
  useCommand(findingCommands['not-upheld'], () => choose('not-upheld'));
  useCommand(findingCommands['not-enough'], () => choose('not-enough'));
  useCommand(findingCommands['bad-faith'], () => choose('bad-faith'));
  useCommand(findingCommands.duplicate, () => choose('duplicate'));
  return {
    upheld: useCommandKeys(findingCommands.upheld),
    'not-upheld': useCommandKeys(findingCommands['not-upheld']),
    'not-enough': useCommandKeys(findingCommands['not-enough']),
    'bad-faith': useCommandKeys(findingCommands['bad-faith']),
    duplicate: useCommandKeys(findingCommands.duplicate),
  };
}

/** Everything a decision is made of, saved as a draft while it is written. */
export function DecisionForm({ view, hooks }: { view: CaseView; hooks: CaseHooks }) {
  const { t } = useTranslation('case');
  const draft = useCaseDraft(view);
  const form = draft.value;
  const actions = useCaseActions(view.caseId);
  const decide = useDecide(view, form, hooks);
  const [asking, setAsking] = useState<{ next: boolean } | null>(null);
  const [open, setOpen] = useState<'wait' | 'escalate' | null>(null);
  const findingGroup = useRef<HTMLDivElement>(null);
  const effectGroup = useRef<HTMLDivElement>(null);
  const policy = useRef<HTMLDivElement>(null);
  const reason = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const final = finalParts(view.capabilities, form);

  const lacking = decide.refusal?.kind;
  useEffect(() => {
    if (lacking === 'finding') focusGroup(findingGroup.current);
    if (lacking === 'policy') policy.current?.querySelector('button')?.focus();
    if (lacking === 'reason') reason.current?.focus();
  }, [lacking]);

  const change = (part: Partial<CaseDraft>) => {
    draft.change(part);
    if (decide.refusal && decide.refusal.kind !== 'stale') decide.forget();
  };
  // Only an upheld complaint may have an effect on a person or a post, so another finding takes a chosen effect away.
  const chooseFinding = (finding: Finding) => {
    change(finding === 'upheld' ? { finding } : { finding, personEffect: 'none', removePosts: false });
    announce(t(`finding.${finding}`));
  };
  const submit = ({ next }: { next: boolean }) => {
    if ((final.person || final.posts) && form.finding === 'upheld') setAsking({ next });
    else void decide.submit({ next });
  };
  const settle = async (done: Promise<boolean>, words: 'waiting' | 'escalated'): Promise<boolean> => {
    const written = await done;
    if (!written) return false;
    announce(t(`announce.${words}`, { name: view.name }));
    if (words === 'waiting') {
      hooks.onSettled(view.caseId);
      await hooks.openNext();
    }
    return true;
  };

  const findingKeys = useFindingKeys(chooseFinding);
  useCommand('decision.start', () => focusGroup(findingGroup.current));
  useCommand('queue.focusDecision', () => focusGroup(findingGroup.current));
  useCommand('decision.effect', () => focusGroup(effectGroup.current));
  useCommand('decision.policy', () => policy.current?.querySelector('button')?.focus(), {
    enabled: view.policies.length > 0,
  });
  useCommand('decision.reason', () => reason.current?.focus());
  // A dialog on top is about something else: sending the form under it would be a surprise.
  const enabled = open === null && asking === null;
  useCommand('decision.submit', () => submit({ next: false }), { enabled });
  useCommand('decision.submitNext', () => submit({ next: true }), { enabled });
  useCommand('case.wait', () => setOpen('wait'));
  useCommand('case.escalate', () => setOpen('escalate'), { enabled: view.state !== 'escalated' });

  const answer: ReactNode = decide.refusal && (
    <RefusalCallout
      refusal={decide.refusal}
      onSeen={decide.forget}
      onRetry={() => void decide.submit({ next: false })}
    />
  );
  return (
    <>
      <div className="case-decision-scroll">
        <h3 className="ui-visually-hidden">{t('decision.title')}</h3>
        <FindingChoice
          value={form.finding}
          keys={findingKeys}
          onChange={chooseFinding}
          groupRef={findingGroup}
          choices={findings}
        />
        <PolicyChoice view={view} form={form} onChange={change} fieldRef={policy} />
        <EffectChoice
          capabilities={view.capabilities}
          platform={view.platform}
          upheld={form.finding === 'upheld' || form.finding === null}
          value={form.personEffect}
          onChange={(personEffect: PersonEffect) =>
            change(
              form.finding === null && personEffect !== 'none' ? { personEffect, finding: 'upheld' } : { personEffect },
            )
          }
          groupRef={effectGroup}
        />
        {view.canRemovePosts && (
          <Checkbox
            isSelected={form.removePosts}
            isDisabled={form.finding !== 'upheld' && form.finding !== null}
            onChange={(removePosts) =>
              change(removePosts && form.finding === null ? { removePosts, finding: 'upheld' } : { removePosts })
            }
            description={view.capabilities?.restorePost === true ? undefined : t('decision.removePostsFinal')}
          >
            {t('decision.removePosts')}
          </Checkbox>
        )}
        <TextField
          label={t('decision.reasonInternal')}
          multiline
          rows={2}
          value={form.reasonInternal}
          onChange={(reasonInternal) => change({ reasonInternal })}
          inputRef={reason}
        />
        <PersonWords capabilities={view.capabilities} form={form} onChange={change} />
        <FailureCallout error={actions.error} />
      </div>
      <DecisionFoot
        status={draft.status}
        preview={<EffectPreview view={view} draft={form} />}
        answer={answer}
        busy={decide.busy}
        canEscalate={view.state !== 'escalated'}
        onSubmit={submit}
        onWait={() => setOpen('wait')}
        onEscalate={() => setOpen('escalate')}
      />
      <WaitDialog
        isOpen={open === 'wait'}
        onClose={() => setOpen(null)}
        onWait={(until, note) => settle(actions.wait(until, note), 'waiting')}
      />
      <EscalateDialog
        isOpen={open === 'escalate'}
        onClose={() => setOpen(null)}
        onEscalate={(note) => settle(actions.escalate(note), 'escalated')}
      />
      <ConfirmDialog
        title={t('decision.confirmTitle')}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        onConfirm={() => {
          setAsking(null);
          void decide.submit({ next: asking?.next ?? false });
        }}
        confirmLabel={t('decision.confirm')}
      >
        {final.person &&
          t('decision.confirmWords', {
            effect: t(`effect.${form.personEffect}`),
            name: view.member.name || view.member.handle,
          })}
        {final.person && final.posts && ' '}
        {final.posts && t('decision.confirmPosts')}
      </ConfirmDialog>
    </>
  );
}
