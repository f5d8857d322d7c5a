import type { ReactNode } from 'react';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { Callout } from '../../ui/callout.tsx';
import { useCodeWords } from '../failure-words.tsx';

interface EndedJobProps {
  readonly job: JobState;
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

const tones = { running: 'plain', finished: 'done', cancelled: 'waiting', failed: 'harm' } as const;

/** How long work ended, read out when it has; why, where it failed. */
export function EndedJob({ job, title, actions, children }: EndedJobProps) {
  const words = useCodeWords();
  return (
    <Callout tone={tones[job.state]} title={title} actions={actions} announce>
      {children}
      {job.state === 'failed' && <p>{words(job.errorCode ?? 'internal')}</p>}
    </Callout>
  );
}
