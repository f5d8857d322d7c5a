import { writeFile } from 'node:fs/promises';
import { hearthErrorFrom } from '../../../shared/ipc/errors.ts';
import type { Handlers } from '../service/handlers.ts';
import { verifyAuditChain } from '../store/audit/verify-chain.ts';
import { exportAuditLog } from './export-audit-log.ts';
import { openLooksFile } from './looks-file.ts';
import { readSettings, writeSetting } from './settings-store.ts';

/** The calls of the topics "settings", "audit" and "jobs". */
export const settingsHandlers: Handlers<
  'settings.getAll' | 'settings.set' | 'audit.verify' | 'audit.export' | 'jobs.list' | 'jobs.cancel'
> = {
  'settings.getAll': (context) => readSettings(context.read, openLooksFile(context.directory)),

  'settings.set': (context, { key, value }) => {
    writeSetting(context.write, openLooksFile(context.directory), key, value);
    context.changed(['settings']);
    return null;
  },

  'audit.verify': (context) => context.readSnapshot((db) => verifyAuditChain(db)),

  'audit.export': async (context, { file }) => {
    const text = await context.readSnapshot(exportAuditLog);
    try {
      await writeFile(file, text, { mode: 0o600 });
    } catch (error) {
      throw hearthErrorFrom(error, 'folder-not-writable');
    }
    return null;
  },

  'jobs.list': (context) => context.jobs.list(),

  'jobs.cancel': (context, { jobId }) => {
    context.jobs.cancel(jobId);
    return null;
  },
};
