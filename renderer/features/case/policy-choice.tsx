import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDraft, CaseView } from '../../../shared/ipc/topics/case.ts';
import { useCommandKeys } from '../../app/commands/command-keys.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Select } from '../../ui/select.tsx';

const severities = ['none', 'low', 'medium', 'high'] as const;

/** The rule a finding rests on, readable in place, and how heavy it weighs. */
export function PolicyChoice({
  view,
  form,
  onChange,
  fieldRef,
}: {
  view: CaseView;
  form: CaseDraft;
  onChange: (part: Partial<CaseDraft>) => void;
  fieldRef: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation('case');
  const keys = useCommandKeys('decision.policy');
  const chosen = view.policies.find((policy) => policy.policyId === form.policyId);
  return (
    <div className="case-policy" ref={fieldRef}>
      {view.policies.length > 0 && (
        <div className="case-policy-field">
          <Select
            label={t('decision.policy')}
            options={[
              { id: 'none', label: t('decision.noPolicy') },
              ...view.policies.map((policy) => ({ id: String(policy.policyId), label: policy.title })),
            ]}
            value={form.policyId === null ? 'none' : String(form.policyId)}
            onChange={(id) => onChange({ policyId: id === 'none' ? null : Number(id) })}
          />
          {keys && (
            <span className="case-policy-key">
              <KeyHint keys={keys} />
            </span>
          )}
        </div>
      )}
      <Select
        className="case-severity"
        label={t('severity.label')}
        options={severities.map((id) => ({ id, label: t(`severity.${id}`) }))}
        value={form.severity ?? 'none'}
        onChange={(id) => onChange({ severity: id === 'none' ? null : id })}
      />
      {chosen && chosen.text.trim() !== '' && (
        <details className="case-policy-text">
          <summary>
            {t('decision.policyText')}{' '}
            <span className="case-quiet">· {t('decision.policyVersion', { version: chosen.version })}</span>
          </summary>
          <FormattedText text={chosen.text} className="case-text-quiet" />
        </details>
      )}
    </div>
  );
}
