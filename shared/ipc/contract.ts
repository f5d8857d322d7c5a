import type { Channel } from './channels.ts';
import type { InputOf, OutputOf, ParsedInputOf } from './define.ts';
import { appCalls } from './topics/app.ts';
import { archiveCalls } from './topics/archives.ts';
import { caseCalls } from './topics/case.ts';
import { communityCalls } from './topics/communities.ts';
import { conflictCalls } from './topics/conflicts.ts';
import { dashboardCalls } from './topics/dashboards.ts';
import { goalCalls } from './topics/goals.ts';
import { healthCalls } from './topics/health.ts';
import { identityCalls } from './topics/identity.ts';
import { importCalls } from './topics/imports.ts';
import { jobCalls } from './topics/jobs.ts';
import { mappingCalls } from './topics/mappings.ts';
import { queueCalls } from './topics/queue.ts';
import { recordCalls } from './topics/records.ts';
import { reportImportCalls } from './topics/report-imports.ts';
import { reportCalls } from './topics/reports.ts';
import { searchCalls } from './topics/search.ts';
import { settingsCalls } from './topics/settings.ts';
import { syncCalls } from './topics/sync.ts';
import { vaultCalls } from './topics/vault.ts';

/** Calls that main answers itself: windows, dialogs, keychain. */
export const mainContract = { ...appCalls, ...vaultCalls };

/** Calls that main checks and passes to the data process; the command line calls the same ones in its own process. */
export const dataContract = {
  ...communityCalls,
  ...syncCalls,
  ...queueCalls,
  ...caseCalls,
  ...conflictCalls,
  ...searchCalls,
  ...jobCalls,
  ...importCalls,
  ...reportImportCalls,
  ...mappingCalls,
  ...archiveCalls,
  ...identityCalls,
  ...healthCalls,
  ...dashboardCalls,
  ...goalCalls,
  ...reportCalls,
  ...recordCalls,
  ...settingsCalls,
};

export const contract = { ...mainContract, ...dataContract } satisfies Record<Channel, unknown>;

export type Contract = typeof contract;
export type DataChannel = keyof typeof dataContract;
/** What a caller passes. */
export type Input<Name extends Channel> = InputOf<Contract[Name]>;
/** What a handler receives: parsed, defaults filled in. */
export type ParsedInput<Name extends Channel> = ParsedInputOf<Contract[Name]>;
export type Output<Name extends Channel> = OutputOf<Contract[Name]>;
