import type { Page } from '@playwright/test';
import { answerOf } from './call-hearth.ts';
import { expectJob } from './community-of-activities.ts';
import { openPracticeQueue } from './practice-queue.ts';

/** The practice community with a made-up network in it: something to see on every dashboard. Answers its id. */
export async function openFilledPractice(
  page: Page,
  language: 'en' | 'ar',
  theme: 'light' | 'dark' = 'light',
): Promise<number> {
  await openPracticeQueue(page, { language, theme });
  const { jobId } = await answerOf(page, 'practice.fillHealth', {});
  await expectJob(page, jobId);
  const { communityId } = await answerOf(page, 'practice.state', {});
  if (communityId === null) throw new Error('the practice community is not there');
  return communityId;
}
