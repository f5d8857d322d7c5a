import type { DataChannel } from '../../../shared/ipc/contract.ts';
import { caseHandlers } from '../case/handlers.ts';
import { communityHandlers } from '../communities/handlers.ts';
import { conflictHandlers } from '../conflicts/handlers.ts';
import { dashboardHandlers } from '../health/dashboard/handlers.ts';
import { goalHandlers } from '../health/goals/handlers.ts';
import { healthHandlers } from '../health/handlers.ts';
import { identityHandlers } from '../identity/handlers.ts';
import { madeUpNetworkHandlers } from '../identity/made-up-network.ts';
import { recordHandlers } from '../outreach/handlers.ts';
import { recordImportHandlers } from '../outreach/import-handlers.ts';
import { retentionHandlers } from '../outreach/retention-handlers.ts';
import { archiveHandlers } from '../platforms/archives/handlers.ts';
import { importHandlers } from '../platforms/files/handlers.ts';
import { mappingHandlers } from '../platforms/files/mapping-handlers.ts';
import { reportImportHandlers } from '../platforms/files/reports/handlers.ts';
import { queueHandlers } from '../queue/handlers.ts';
import { reportHandlers } from '../reports/handlers.ts';
import { searchHandlers } from '../search/handlers.ts';
import { settingsHandlers } from '../settings/handlers.ts';
import { syncHandlers } from '../sync/handlers.ts';
import type { Handlers } from './handlers.ts';

/** Every call of the data contract and the function behind it. */
export const handlers: Handlers<DataChannel> = {
  ...communityHandlers,
  ...importHandlers,
  ...reportImportHandlers,
  ...mappingHandlers,
  ...archiveHandlers,
  ...identityHandlers,
  ...madeUpNetworkHandlers,
  ...healthHandlers,
  ...dashboardHandlers,
  ...goalHandlers,
  ...recordHandlers,
  ...recordImportHandlers,
  ...retentionHandlers,
  ...reportHandlers,
  ...settingsHandlers,
  ...queueHandlers,
  ...caseHandlers,
  ...conflictHandlers,
  ...searchHandlers,
  ...syncHandlers,
};
