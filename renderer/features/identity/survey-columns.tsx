import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { inLanguage } from '../../../shared/domain/health/in-language.ts';
import type { IdentityInspection, IdentityMapping } from '../../../shared/ipc/topics/identity.ts';
import { Callout } from '../../ui/callout.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

const noColumn = '';

interface SurveyColumnsProps {
  inspection: IdentityInspection;
  questions: readonly IdentityQuestion[];
  minimumAge: number;
  mapping: IdentityMapping;
  onChange: (mapping: IdentityMapping) => void;
}

/** Which column of the survey means what. Only names of columns are shown: a sample of lines would show people. */
export function SurveyColumns({ inspection, questions, minimumAge, mapping, onChange }: SurveyColumnsProps) {
  const { t, i18n } = useTranslation('identity');
  const { t: imports } = useTranslation('imports');
  const options = [
    { id: noColumn, label: t('survey.none') },
    ...inspection.columns.map((column) => ({ id: column, label: column })),
  ];
  const setQuestion = (key: string, column: string): void => {
    const others = mapping.questions.filter((one) => one.key !== key);
    onChange({ ...mapping, questions: column === noColumn ? others : [...others, { key, column }] });
  };
  return (
    <>
      <h3>{t('survey.columns')}</h3>
      {inspection.warnings.map((warning) => (
        <Callout key={warning} tone="waiting">
          {imports(`warnings.${warning}` as 'warnings.no-header')}
        </Callout>
      ))}
      <div className="identity-fields">
        <Select
          label={t('survey.member')}
          description={t('survey.memberWords')}
          value={mapping.member}
          options={options}
          onChange={(member) => onChange({ ...mapping, member })}
        />
        <Select
          label={t('survey.consent')}
          description={t('survey.consentWords')}
          value={mapping.consent}
          options={options}
          onChange={(consent) => onChange({ ...mapping, consent })}
        />
        <Select
          label={t('survey.consentDate')}
          description={t('survey.consentDateWords')}
          value={mapping.consentDate ?? noColumn}
          options={options}
          onChange={(column) => onChange({ ...mapping, consentDate: column === noColumn ? null : column })}
        />
        <Select
          label={t('survey.age')}
          value={mapping.age ?? noColumn}
          options={options}
          onChange={(column) => onChange({ ...mapping, age: column === noColumn ? null : column })}
        />
        {questions.map(({ key, wording }) => (
          <Select
            key={key}
            label={t('survey.question', { question: inLanguage(wording, i18n.language) })}
            value={mapping.questions.find((one) => one.key === key)?.column ?? noColumn}
            options={options}
            onChange={(column) => setQuestion(key, column)}
          />
        ))}
        <ConsentAnswer
          answers={mapping.consentAnswers}
          onChange={(consentAnswers) => onChange({ ...mapping, consentAnswers })}
        />
      </div>
      {mapping.age === null && (
        <Checkbox
          isSelected={mapping.everybodyOldEnough}
          onChange={(everybodyOldEnough) => onChange({ ...mapping, everybodyOldEnough })}
          description={t('survey.oldEnoughWords')}
        >
          {t('survey.oldEnough', { age: minimumAge })}
        </Checkbox>
      )}
      <p className="ui-description">{t('survey.several')}</p>
    </>
  );
}

/** Taken over when the field is left: the file is read anew for every change of the mapping. */
function ConsentAnswer({ answers, onChange }: { answers: readonly string[]; onChange: (answers: string[]) => void }) {
  const { t } = useTranslation('identity');
  const [text, setText] = useState(answers[0] ?? '');
  return (
    <TextField
      label={t('survey.consentAnswers')}
      value={text}
      onChange={setText}
      onBlur={() => onChange(text.trim() === '' ? [] : [text.trim()])}
    />
  );
}
