import { describe, expect, it } from 'vitest';
import { EndedJob } from '../../../renderer/app/jobs/ended-job.tsx';
import type { JobState } from '../../../shared/ipc/topics/jobs.ts';
import { markupOf } from '../ui/charts/render-chart.tsx';

const ended = (state: JobState['state'], errorCode: JobState['errorCode'] = null): JobState => ({
  jobId: 'a',
  kind: 'import',
  state,
  step: '',
  done: 1,
  total: 2,
  errorCode,
  result: null,
});

describe('long work that has ended', () => {
  it('is read out, and says why where it failed', async () => {
    const failed = await markupOf(<EndedJob job={ended('failed', 'disk-full')} title="The import failed" />);
    expect(failed).toContain('role="status"');
    expect(failed).toContain('ui-tone-harm');
    expect(failed).toContain('The import failed');
    expect(failed).toMatch(/disk|space/i);
    // Without a reason too: silence would look like success.
    expect(await markupOf(<EndedJob job={ended('failed')} />)).toMatch(/<p>.+<\/p>/);
  });

  it('says no reason where there is none', async () => {
    expect(await markupOf(<EndedJob job={ended('finished')}>Done.</EndedJob>)).toMatch(/ui-tone-done.*Done\./s);
    expect(await markupOf(<EndedJob job={ended('cancelled')} title="Stopped" />)).not.toMatch(/callout-body.*<p>/s);
  });
});
