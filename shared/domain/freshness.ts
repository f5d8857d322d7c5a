/** What is read from a community, each with a freshness of its own. */
export const sourceIds = ['reports', 'open-list', 'activities', 'measures'] as const;
export type SourceId = (typeof sourceIds)[number];

/**
 * Why a source is not fresh, or never will be: why the server does not offer it, who stopped it, or what state the connection
 * is in. Words: `freshness:why.<name>`. What is none of these is the code of what stood in the way.
 */
export const whyNotFresh = [
  'platform',
  'version',
  'right',
  'hearth',
  'unknown',
  'paused',
  'manual',
  'back-fill',
  'expired',
  'forbidden',
  'disconnected',
  'offline',
  'working-offline',
] as const;
export type WhyNotFresh = (typeof whyNotFresh)[number];
