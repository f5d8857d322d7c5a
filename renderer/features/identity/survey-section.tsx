import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IdentityQuestion } from '../../../shared/domain/health/identity-questions.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { Button } from '../../ui/button.tsx';
import { FormActions } from '../../ui/form.tsx';
import { Section } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useChooseSurvey, useSurveyInspection } from './queries.ts';
import { SurveyMeaning } from './survey-meaning.tsx';
import { SurveyRun } from './survey-run.tsx';

interface SurveySectionProps {
  communityId: number;
  minimumAge: number;
  questions: readonly IdentityQuestion[];
}

/** From a file of answers to groups: choose it, say what its columns mean, see how many lines are taken, read it in. */
export function SurveySection({ communityId, minimumAge, questions }: SurveySectionProps) {
  const { t } = useTranslation('identity');
  const choose = useChooseSurvey();
  const [file, setFile] = useState<string | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const inspection = useSurveyInspection(communityId, file);
  if (questions.length === 0) {
    return (
      <Section title={t('survey.title')} lead={t('survey.lead')}>
        <p className="ui-description">{t('survey.needsQuestion')}</p>
      </Section>
    );
  }
  const done = (): void => {
    setJobId(null);
    setFile(null);
  };
  return (
    <Section title={t('survey.title')} lead={t('survey.lead')}>
      {jobId !== null && <SurveyRun jobId={jobId} onDone={done} />}
      {jobId === null && (
        <>
          <FormActions>
            <Button
              icon={FileUp}
              onPress={() => choose.mutate(undefined, { onSuccess: (chosen) => setFile(chosen?.file ?? file) })}
            >
              {t(file === null ? 'survey.choose' : 'survey.chooseOther')}
            </Button>
          </FormActions>
          {file !== null && inspection.isPending && <Skeleton rows={4} />}
          <FailureCallout error={choose.error ?? inspection.error} />
          {/* Another file starts from its own suggestion, not from what was said about the one before. */}
          {file !== null && inspection.data && (
            <SurveyMeaning
              key={file}
              communityId={communityId}
              minimumAge={minimumAge}
              questions={questions}
              file={file}
              inspection={inspection.data}
              onStarted={setJobId}
            />
          )}
        </>
      )}
    </Section>
  );
}
