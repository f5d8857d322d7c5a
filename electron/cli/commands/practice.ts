import { once } from 'node:events';
import { Option } from 'commander';
import { PracticeServer } from '../../data/practice/practice-server.ts';
import { parseNumber } from './arguments.ts';
import type { Declare } from './command.ts';

interface ServeOptions {
  readonly port?: number;
  readonly reports?: number;
  readonly seed?: number;
  readonly flavour: 'mastodon' | 'gotosocial';
}

/** The practice community as a server of its own, for the command line and for trying things out. */
export const declarePractice: Declare = (program, { t, print: printer }) => {
  const practice = program.command('practice').description(t('help.practice'));
  practice
    .command('serve')
    .option('--port <number>', t('help.port'), parseNumber)
    .option('--reports <number>', t('help.practiceReports'), parseNumber)
    .option('--seed <number>', t('help.seed'), parseNumber)
    .addOption(
      new Option('--flavour <flavour>', t('help.flavour')).choices(['mastodon', 'gotosocial']).default('mastodon'),
    )
    .description(t('help.practiceServe'))
    .action(async (options: ServeOptions) => {
      const print = printer();
      const server = new PracticeServer({
        flavour: options.flavour,
        ...(options.port === undefined ? {} : { port: options.port }),
        ...(options.reports === undefined ? {} : { reports: options.reports }),
        ...(options.seed === undefined ? {} : { seed: options.seed }),
      });
      const address = await server.start();
      // Worth nothing anywhere else: the server listens on this computer alone and ends with this command.
      const token = server.issueToken();
      print.result({ address, token, controlToken: server.controlToken }, () =>
        print.t('practiceRuns', { address, token }),
      );
      await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
      await server.stop();
    });
};
