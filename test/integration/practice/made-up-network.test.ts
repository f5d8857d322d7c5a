import { describe, expect, test } from 'vitest';
import { dashboards } from '../../../shared/domain/health/pillar.ts';
import { anOpenService, type RunningService } from '../../builders/data-service.ts';

const patience = { timeout: 60_000 };

const jobOf = async (service: RunningService, jobId: string) =>
  (await service.call('jobs.list', undefined)).find((job) => job.jobId === jobId);

async function ended(service: RunningService, jobId: string) {
  await expect.poll(async () => (await jobOf(service, jobId))?.state, patience).not.toBe('running');
  return jobOf(service, jobId);
}

const size = { name: 'Made up', timeZone: 'UTC', members: 400, activities: 9_000, weeks: 60, seed: 3 };

describe('the practice community', () => {
  test('is filled once, and then every dashboard says something', async () => {
    const service = await anOpenService();
    await expect(service.call('practice.fillHealth', undefined)).rejects.toMatchObject({ code: 'not-found' });
    const { communityId } = await service.call('practice.start', undefined);
    expect((await service.call('practice.state', undefined)).isFilled).toBe(false);
    const first = await ended(service, (await service.call('practice.fillHealth', undefined)).jobId);
    expect(first).toMatchObject({ state: 'finished', result: { communityId } });
    expect(first?.result?.activities).toBeGreaterThan(15_000);
    expect((await service.call('practice.state', undefined)).isFilled).toBe(true);
    const again = await ended(service, (await service.call('practice.fillHealth', undefined)).jobId);
    expect(again).toMatchObject({ state: 'finished', result: { activities: 0 } });
    for (const dashboard of dashboards) {
      const question = { communityId: communityId ?? 0, unit: 'quarter', dashboard, all: true } as const;
      const { charts } = await service.call('health.dashboard', question);
      const silent = charts.filter(({ shape }) => shape.kind === 'missing').map(({ metricId }) => metricId);
      expect(charts.length - silent.length, `${dashboard}: ${silent.join(' ')}`).toBeGreaterThan(0);
      if (dashboard !== 'moderation') expect(silent, dashboard).toEqual(dashboard === 'advocacy' ? ['A9'] : []);
    }
    const question = { communityId: communityId ?? 0, question: 'gender', measure: 'representation' } as const;
    const split = await service.call('health.split', question);
    expect(split).toMatchObject({ refused: null, questionVersion: 1 });
    expect(split.chart?.shape.kind).toBe('dots');
    expect(split.coverage.facets[0]?.rows[0]?.value).toMatchObject({ mark: 'shown' });
  });
});

describe('a made-up network', () => {
  test('is a community without personal data whose truth is told', async () => {
    const service = await anOpenService();
    const job = await ended(service, (await service.call('practice.generate', size)).jobId);
    const result = job?.result ?? {};
    expect(job?.state).toBe('finished');
    expect(result.activities).toBeGreaterThan(8_500);
    expect(result.activities).toBeLessThan(9_500);
    expect(JSON.parse(String(result.truth))).toMatchObject({ members: 400, group: { difference: -0.14 } });
    expect(await service.call('communities.list', undefined)).toMatchObject([
      { id: result.communityId, name: 'Made up', platform: 'import', holdsPersonalData: false },
    ]);
  });

  test('that is stopped leaves nothing behind, and only one is made at a time', async () => {
    const service = await anOpenService();
    const { jobId } = await service.call('practice.generate', { ...size, members: 3_000, activities: 400_000 });
    await expect(service.call('practice.generate', size)).rejects.toMatchObject({ code: 'busy' });
    await expect.poll(async () => (await jobOf(service, jobId))?.done ?? 0, patience).toBeGreaterThan(0);
    expect(await service.call('communities.list', undefined)).toHaveLength(1);
    await service.call('jobs.cancel', { jobId });
    expect(await ended(service, jobId)).toMatchObject({ state: 'cancelled' });
    expect(await service.call('communities.list', undefined)).toEqual([]);
    expect(await service.call('audit.verify', undefined)).toMatchObject({ intact: true, events: 2 });
  });

  test('needs ten activities for each member, and a zone that there is', async () => {
    const service = await anOpenService();
    await expect(service.call('practice.generate', { ...size, activities: 3_000 })).rejects.toThrow('activities');
    await expect(service.call('practice.generate', { ...size, timeZone: 'Mars/Base' })).rejects.toMatchObject({
      code: 'time-zone-unknown',
    });
  });
});
