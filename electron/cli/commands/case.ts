import { Argument, Option } from 'commander';
import { type Finding, findings, type PersonEffect, personEffects } from '../../../shared/domain/decision.ts';
import { HearthError } from '../../../shared/ipc/errors.ts';
import { sayCase } from '../output/say-case.ts';
import type { Session } from '../session/session.ts';
import { parseCase, parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';

interface DecideOptions {
  readonly finding: Finding;
  readonly policy?: number;
  readonly severity?: 'low' | 'medium' | 'high';
  readonly effect: PersonEffect;
  readonly reason: string;
  readonly reasonPerson: string;
  readonly notify?: boolean;
  readonly removePosts?: boolean;
  readonly dryRun?: boolean;
}

/** One case: reading, claiming, deciding, taking back. */
export const declareCase: Declare = (program, { t, withSession }) => {
  const theCase = () => new Argument('<case>', t('help.case')).argParser(parseCase);

  program
    .command('show')
    .addArgument(theCase())
    .option('--uncover', t('help.uncover'))
    .description(t('help.show'))
    .action((caseId: number, options: { uncover?: boolean }) =>
      withSession(async ({ session, print }) => {
        const view = await session.call('case.get', { caseId });
        print.result(view, () => sayCase(view, print, options.uncover ?? false));
        return undefined;
      }),
    );
  program
    .command('claim')
    .addArgument(theCase())
    .description(t('help.claim'))
    .action((caseId: number) =>
      withSession(async ({ session, print }) => {
        const claim = await session.call('case.claim', { caseId });
        print.result(claim, () => print.t('claimed', { until: print.date(claim.leaseUntil) }));
        return undefined;
      }),
    );
  program
    .command('release')
    .addArgument(theCase())
    .description(t('help.release'))
    .action((caseId: number) =>
      withSession(async ({ session, print }) => {
        await session.call('case.release', { caseId });
        print.result({ caseId }, () => print.t('released'));
        return undefined;
      }),
    );
  program
    .command('decide')
    .addArgument(theCase())
    .addOption(new Option('--finding <finding>', t('help.finding')).choices([...findings]).makeOptionMandatory())
    .option('--policy <number>', t('help.policy'), parseNumber)
    .addOption(new Option('--severity <severity>', t('help.severity')).choices(['low', 'medium', 'high']))
    .addOption(new Option('--effect <effect>', t('help.effect')).choices([...personEffects]).default('none'))
    .option('--reason <text>', t('help.reason'), '')
    .option('--reason-person <text>', t('help.reasonPerson'), '')
    .option('--notify', t('help.notify'))
    .option('--remove-posts', t('help.removePosts'))
    .option('--dry-run', t('help.dryRun'))
    .description(t('help.decide'))
    .action((caseId: number, options: DecideOptions) =>
      withSession(async ({ session, print }) => {
        const choice = {
          caseId,
          finding: options.finding,
          personEffect: options.effect,
          notifyPerson: options.notify ?? false,
          removePosts: options.removePosts ?? false,
        };
        const { effects } = await session.call('case.previewDecision', choice);
        if (options.dryRun) {
          print.result(
            effects,
            () => effects.map((effect) => print.t(`effect.${effect.kind}`)).join('\n') || print.t('effectNone'),
          );
          return undefined;
        }
        const { version } = await session.call('case.get', { caseId });
        const decided = await session.call('case.decide', {
          ...choice,
          caseVersion: version,
          policyId: options.policy ?? null,
          severity: options.severity ?? null,
          reasonInternal: options.reason,
          reasonPerson: options.reasonPerson,
        });
        print.result(decided, () => print.t('decided', { number: String(decided.decisionId) }));
        return undefined;
      }),
    );
  program
    .command('undo')
    .addArgument(new Argument('<decision>', t('help.decision')).argParser(parseNumber))
    .description(t('help.undo'))
    .action((decisionId: number) =>
      withSession(async ({ session, print }) => {
        const undone = await session.call('case.undoDecision', { decisionId });
        print.result(undone, () => print.t('undone', { name: `H-${undone.caseId}` }));
        return undefined;
      }),
    );
  program
    .command('note')
    .addArgument(theCase())
    .argument('<text>', t('help.noteText'))
    .option('--colleagues', t('help.noteColleagues'))
    .description(t('help.note'))
    .action((caseId: number, body: string, options: { colleagues?: boolean }) =>
      withSession(async ({ session, print }) => {
        const onReport = options.colleagues ? await reportForNote(session, caseId) : null;
        const note = await session.call('case.addNote', {
          caseId,
          about: 'case',
          audience: 'team',
          kind: 'note',
          body,
          onReport,
        });
        print.result(note, () => print.t('noted'));
        return undefined;
      }),
    );
};

/** The report that a note for colleagues is left on: the oldest open one, or else the oldest that its server still has. */
async function reportForNote(session: Session, caseId: number): Promise<number> {
  const { reports } = await session.call('case.get', { caseId });
  const open = reports.find(({ remoteState }) => remoteState === 'open');
  const report = open ?? reports.find(({ remoteState }) => remoteState === 'resolved');
  if (!report) throw new HearthError('not-found');
  return report.reportId;
}
