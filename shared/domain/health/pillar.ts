/** The rooms that metrics are told in: the three pillars of a community, how people come to it, and what keeps them safe. */
export const dashboards = ['connection', 'advocacy', 'resilience', 'outreach', 'moderation'] as const;
export type DashboardId = (typeof dashboards)[number];
