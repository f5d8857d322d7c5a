import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import { JobProgress } from './job-progress.tsx';

/** Builds the search index again from what is stored. */
export function ReindexSection() {
  const { t } = useTranslation('settings');
  const { t: errors } = useTranslation('errors');
  const start = useMutation({ mutationFn: () => call('search.reindex', null) });
  const job = useJob(start.data?.jobId ?? null);
  return (
    <Section title={t('search.title')} lead={t('search.words')}>
      <JobProgress job={job} running={t('search.running')} done={t('search.done')} cancelled={errors('cancelled')} />
      <FailureCallout error={start.error} />
      <div>
        <Button isDisabled={job?.state === 'running'} isPending={start.isPending} onPress={() => start.mutate()}>
          {t('search.rebuild')}
        </Button>
      </div>
    </Section>
  );
}
