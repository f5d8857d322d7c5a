import { Command, CommanderError } from 'commander';
import { connectionReason } from '../../shared/domain/connection-reasons.ts';
import { HearthError, type HearthErrorData } from '../../shared/ipc/errors.ts';
import { createTranslator } from '../../shared/strings/create-translator.ts';
import { chooseLanguage } from '../../shared/strings/languages.ts';
import { toErrorData } from '../data/service/error-data.ts';
import { appVersion } from './app-version.ts';
import { declareCase } from './commands/case.ts';
import type { Toolkit } from './commands/command.ts';
import { declareCommunities, refuseSecretArguments } from './commands/communities.ts';
import { declareConflicts } from './commands/conflicts.ts';
import { declareHealth } from './commands/health.ts';
import { declareIdentity } from './commands/identity.ts';
import { declareImport } from './commands/import.ts';
import { declarePractice } from './commands/practice.ts';
import { declareQueue } from './commands/queue.ts';
import { declareRecords } from './commands/records.ts';
import { declareSettings } from './commands/settings.ts';
import { declareSync } from './commands/sync.ts';
import { declareVault } from './commands/vault.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { createPrinter, type Printer } from './output/printer.ts';
import { openSession } from './session/session.ts';
import { UsageError } from './usage-error.ts';

const topics = [
  declareCommunities,
  declareSync,
  declareQueue,
  declareCase,
  declareConflicts,
  declareImport,
  declareIdentity,
  declareRecords,
  declareHealth,
  declareVault,
  declarePractice,
  declareSettings,
];

/** Runs one command line and answers its exit code. Never throws. */
export async function runProgram(args: readonly string[]): Promise<ExitCode> {
  const language = chooseLanguage([
    process.env.HEARTH_LANGUAGE ?? process.env.LC_ALL?.replace('_', '-') ?? process.env.LANG?.replace('_', '-') ?? 'en',
  ]);
  const translator = await createTranslator(language);
  const program = new Command('hearth');
  let code: ExitCode = exitCodes.done;
  const options = () => program.opts<{ profile?: string; json?: boolean }>();
  const makePrinter = () => createPrinter(translator, options().json ?? args.includes('--json'));
  const t = createPrinter(translator, false).t;
  const toolkit: Toolkit = {
    t,
    print: makePrinter,
    profile: () => options().profile,
    exit: (next) => {
      code = next;
    },
    async withSession(carry, wants = {}) {
      const print = makePrinter();
      const session = await openSession({
        profile: options().profile,
        mayCreate: wants.mayCreate ?? false,
        background: wants.background ?? false,
        askPassphrase: print.t('ask.passphrase'),
        askNewPassphrase: print.t('ask.newPassphrase'),
      });
      try {
        code = (await carry({ session, print })) ?? exitCodes.done;
      } finally {
        await session.close();
      }
    },
  };
  program
    .description(t('help.program'))
    .version(appVersion())
    .option('--profile <folder>', t('help.profile'))
    .option('--json', t('help.json'))
    .addHelpText('after', `\n${t('help.after')}`)
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  for (const declare of topics) declare(program, toolkit);
  try {
    refuseSecretArguments(args);
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return sayError(error, makePrinter());
  }
}

function sayError(error: unknown, print: Printer): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof UsageError) {
    const words = (print.t as (key: string, detail: UsageError['detail']) => string)(
      `usage.${error.key}`,
      error.detail,
    );
    return write(print, { code: 'usage', words }, exitCodes.usage);
  }
  const data = toErrorData(error, (reference, unexpected) => {
    // Where it happened, never what it was about.
    process.stderr.write(`${reference} ${unexpected instanceof Error ? unexpected.name : typeof unexpected}\n`);
    if (process.env.HEARTH_DEBUG && unexpected instanceof Error) process.stderr.write(`${unexpected.stack}\n`);
  });
  const words = wordsOf(data, print);
  return write(print, { ...data, words }, exitCodeOf(new HearthError(data.code).code));
}

/** The closest words there are, and the rights that are missing by the platform's own names. */
function wordsOf({ code, detail }: HearthErrorData, print: Printer): string {
  const reason = connectionReason(code, detail?.why);
  if (reason !== null) return print.tFor('communities')(`failed.${reason}`);
  const missing = detail?.missing;
  if (code === 'forbidden' && typeof missing === 'string' && missing !== '')
    return `${print.tFor('communities')('failed.rights')} ${missing}`;
  return print.tFor('errors')(code);
}

function write(print: Printer, error: { code: string; words: string }, exit: ExitCode): ExitCode {
  process.stderr.write(print.json ? `${JSON.stringify({ error })}\n` : `${error.words}\n`);
  return exit;
}
