import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import type { IdentityInspection, IdentityMapping } from '../../../shared/ipc/topics/identity.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Form, FormActions } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { askedFrom } from './asked-people.ts';
import { useReadSurvey, useSurveyPreview } from './queries.ts';
import { SurveyColumns } from './survey-columns.tsx';
import { SurveyPreview } from './survey-preview.tsx';

interface SurveyMeaningProps {
  communityId: number;
  minimumAge: number;
  questions: readonly IdentityQuestion[];
  file: string;
  inspection: IdentityInspection;
  onStarted: (jobId: string) => void;
}

/** What the columns mean and what people agreed to; then how many lines are taken, and the step that reads them in. */
export function SurveyMeaning(props: SurveyMeaningProps) {
  const { communityId, minimumAge, questions, file, inspection, onStarted } = props;
  const { t } = useTranslation('identity');
  const [mapping, setMapping] = useState<IdentityMapping>(inspection.suggested);
  const [consentText, setConsentText] = useState('');
  const [asked, setAsked] = useState('');
  const read = useReadSurvey();
  const isComplete = isWhole(mapping);
  const preview = useSurveyPreview(isComplete ? { communityId, file, mapping } : null);
  const askedPeople = askedFrom(asked);
  const isReady =
    isComplete &&
    askedPeople !== undefined &&
    consentText.trim() !== '' &&
    preview.data !== undefined &&
    !preview.error;
  const start = (): void => {
    if (!isReady || askedPeople === undefined) return;
    read.mutate(
      { communityId, file, mapping, consentText: consentText.trim(), askedPeople },
      { onSuccess: ({ jobId }) => onStarted(jobId) },
    );
  };
  return (
    <Form onSubmit={start}>
      <SurveyColumns
        inspection={inspection}
        questions={questions}
        minimumAge={minimumAge}
        mapping={mapping}
        onChange={setMapping}
      />
      <div className="identity-fields">
        <TextField
          label={t('survey.consentText')}
          description={t('survey.consentTextWords')}
          value={consentText}
          onChange={setConsentText}
        />
        <TextField
          label={t('survey.askedPeople')}
          description={t('survey.askedPeopleWords')}
          inputMode="numeric"
          value={asked}
          onChange={setAsked}
          {...(askedPeople === undefined ? { error: t('survey.askedPeopleProblem') } : {})}
        />
      </div>
      {!isComplete && <Callout tone="waiting">{t('survey.incomplete')}</Callout>}
      <FailureCallout error={isComplete ? preview.error : null} />
      {isComplete && preview.data && !preview.error && <SurveyPreview preview={preview.data} questions={questions} />}
      <FailureCallout error={read.error} />
      <FormActions>
        <Button type="submit" variant="primary" isDisabled={!isReady} isPending={read.isPending}>
          {t('survey.start')}
        </Button>
      </FormActions>
    </Form>
  );
}

function isWhole({ member, consent, age, everybodyOldEnough, questions }: IdentityMapping): boolean {
  return member !== '' && consent !== '' && (age !== null || everybodyOldEnough) && questions.length > 0;
}
