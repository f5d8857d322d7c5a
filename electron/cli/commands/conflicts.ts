import { Argument, Option } from 'commander';
import { type Settlement, settlements } from '../../../shared/ipc/topics/conflicts.ts';
import { exitCodes } from '../exit-codes.ts';
import { safeText } from '../output/safe-text.ts';
import { parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';

/** Decisions whose report moved on meanwhile: both sides, and three ways out. */
export const declareConflicts: Declare = (program, { t, withSession }) => {
  const conflicts = program.command('conflicts').description(t('help.conflicts'));
  conflicts
    .command('list', { isDefault: true })
    .description(t('help.conflictsList'))
    .action(() =>
      withSession(async ({ session, print }) => {
        const open = await session.call('conflicts.list', null);
        print.result(open, () =>
          open.length === 0
            ? print.t('noConflicts')
            : open
                .map((one) =>
                  [
                    print.t('conflictHead', {
                      number: String(one.conflictId),
                      name: one.caseName,
                      handle: safeText(one.authorHandle),
                    }),
                    print.t('conflictMine', {
                      finding: print.t(`finding.${one.mine.finding}`),
                      effect: print.t(`personEffect.${one.mine.personEffect}`),
                      when: print.date(one.mine.decidedAt),
                    }),
                    print.t('conflictNow', {
                      state: print.t(`remote.${one.now.reportState}`),
                      by: one.now.resolvedBy === null ? '-' : safeText(one.now.resolvedBy),
                      account: one.now.accountState,
                    }),
                    ...(one.mine.mayHaveArrived ? [print.t('conflictMayHaveArrived')] : []),
                    print.t('conflictWays', { ways: one.settlements.join(', ') }),
                  ].join('\n'),
                )
                .join('\n\n'),
        );
        return open.length > 0 ? exitCodes.attention : undefined;
      }),
    );
  conflicts
    .command('settle')
    .addArgument(new Argument('<conflict>', t('help.conflict')).argParser(parseNumber))
    .addOption(new Option('--by <way>', t('help.settleBy')).choices([...settlements]).makeOptionMandatory())
    .option('--note <text>', t('help.settleNote'), '')
    .description(t('help.conflictsSettle'))
    .action((conflictId: number, options: { by: Settlement; note: string }) =>
      withSession(async ({ session, print }) => {
        const settled = await session.call('conflicts.settle', {
          conflictId,
          settlement: options.by,
          note: options.note,
        });
        print.result(settled, () => print.t('settled', { name: `H-${settled.caseId}` }));
        return undefined;
      }),
    );
};
