import type { JobState } from './topics/jobs.ts';
import type { Status } from './topics/sync.ts';
import type { VaultState } from './topics/vault.ts';

/** What may have changed, so that a screen asks again for what it shows and nothing else. */
export const changeTopics = [
  'communities',
  'queue',
  'case',
  'conflicts',
  'outbox',
  'activities',
  'settings',
  'imports',
  'records',
  'identity',
  'goals',
  'notices',
] as const;
export type ChangeTopic = (typeof changeTopics)[number];

/** What the trusted side says without being asked. */
export interface Events {
  'data.changed': { readonly topics: readonly ChangeTopic[]; readonly caseIds: readonly number[] };
  'status.changed': Status;
  'job.changed': JobState;
  'vault.changed': VaultState;
  /** The data process died and was started again; the vault may want unlocking. */
  'data.restarted': { readonly times: number };
  /** A menu item or accelerator was chosen; the id is one of shared/commands. */
  'command.run': { readonly commandId: string };
}

export const eventNames = [
  'data.changed',
  'status.changed',
  'job.changed',
  'vault.changed',
  'data.restarted',
  'command.run',
] as const satisfies readonly (keyof Events)[];
export type EventName = (typeof eventNames)[number];
