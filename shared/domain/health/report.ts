import type { DashboardId } from './pillar.ts';

/** Whom a report is written for: members and the public, a funder, or whoever asks how the community is moderated. */
export const reportVersions = ['public', 'funder', 'moderation'] as const;
export type ReportVersion = (typeof reportVersions)[number];

/** The three pillars; each has one finding on the first page of a report. */
export const pillars = ['connection', 'advocacy', 'resilience'] as const;
export type PillarId = (typeof pillars)[number];

/** What stands on the first page: the pillars, or moderation alone. */
export type HeadlineTopic = PillarId | 'moderation';

/** Where the metrics of a topic are told. How people come is part of the third pillar (health.md A.3). */
export const dashboardsOfTopic: Readonly<Record<HeadlineTopic, readonly DashboardId[]>> = {
  connection: ['connection'],
  advocacy: ['advocacy'],
  resilience: ['resilience', 'outreach'],
  moderation: ['moderation'],
};

/** What stands on the first page of a version, in this order. */
export function topicsOfVersion(version: ReportVersion): readonly HeadlineTopic[] {
  return version === 'moderation' ? ['moderation'] : pillars;
}

/** More letters on what was changed would push the rest off the first page. */
export const mostLettersOnChange = 800;
