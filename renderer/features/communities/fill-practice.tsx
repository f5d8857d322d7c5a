import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/api.ts';
import { FailureCallout } from '../../app/failure-words.tsx';
import { EndedJob } from '../../app/jobs/ended-job.tsx';
import { useJob } from '../../app/jobs/use-job.ts';
import { Button } from '../../ui/button.tsx';

/** Gives the practice community two years of made-up people, so that there is health to look at. Once is enough. */
export function FillPractice({ isFilled }: { isFilled: boolean }) {
  const { t } = useTranslation('communities');
  const client = useQueryClient();
  const start = useMutation({ mutationFn: () => call('practice.fillHealth', null) });
  const job = useJob(start.data?.jobId ?? null);
  const isRunning = start.isPending || job?.state === 'running';
  useEffect(() => {
    if (job?.state === 'finished') void client.invalidateQueries({ queryKey: ['practice'] });
  }, [client, job?.state]);
  if (isFilled) return <p className="ui-description">{t('practice.filled')}</p>;
  return (
    <div className="practice-fill">
      <Button isPending={isRunning} onPress={() => start.mutate()}>
        {isRunning ? t('practice.filling') : t('practice.fill')}
      </Button>
      <p className="ui-description">{t('practice.fillWords')}</p>
      <FailureCallout error={start.error} />
      {job?.state === 'failed' && <EndedJob job={job} />}
    </div>
  );
}
