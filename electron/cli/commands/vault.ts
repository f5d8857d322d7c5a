import { resolve } from 'node:path';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { exitCodes } from '../exit-codes.ts';
import { askSecret } from '../session/ask-secret.ts';
import { failUnlessOpen, startService } from '../session/session.ts';
import type { Declare } from './command.ts';

/** The encrypted file as a whole: audit log, backup, restore. */
export const declareVault: Declare = (program, { t, print: printer, profile, withSession, exit }) => {
  const audit = program.command('audit').description(t('help.audit'));
  audit
    .command('verify')
    .description(t('help.auditVerify'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const found = await session.call('audit.verify', null);
        print.result(found, () =>
          found.intact
            ? print.t('auditIntact', { count: found.events })
            : print.t('auditBroken', {
                sequence: String(found.firstBadSequence ?? '-'),
                problem: print.t(`auditProblem.${found.problem ?? 'changed'}`),
              }),
        );
        return found.intact ? undefined : exitCodes.attention;
      }),
    );
  program
    .command('backup')
    .argument('<file>', t('help.backupFile'))
    .description(t('help.backup'))
    .action((file: string) =>
      withSession(async ({ session, print }) => {
        const passphrase = await askSecret('HEARTH_BACKUP_PASSPHRASE', print.t('ask.backupPassphrase'));
        const { jobId } = await session.service.vault['vault.backUp']({ file: resolve(file), passphrase });
        await session.finish(jobId, () => print.progress(print.t('backingUp')));
        print.result({ done: true }, () => print.t('backedUp'));
        return undefined;
      }),
    );
  program
    .command('restore')
    .argument('<file>', t('help.backupFile'))
    .option('--replace', t('help.replace'))
    .description(t('help.restore'))
    .action(async (file: string, options: { replace?: boolean }) => {
      const print = printer();
      const ask = { askPassphrase: print.t('ask.passphrase'), askNewPassphrase: print.t('ask.newPassphrase') };
      const service = startService({ profile: profile(), mayCreate: false, ...ask }, () => undefined);
      try {
        const state = await service.vault['vault.state'](undefined);
        if (state.state !== 'missing' && !options.replace) throw new HearthError('vault-exists');
        const passphrase = await askSecret('HEARTH_BACKUP_PASSPHRASE', print.t('ask.backupPassphrase'));
        failUnlessOpen(await service.vault['vault.restore']({ file: resolve(file), passphrase }));
        print.result({ done: true }, () => print.t('restored'));
        exit(exitCodes.done);
      } finally {
        await service.close();
      }
    });
};
