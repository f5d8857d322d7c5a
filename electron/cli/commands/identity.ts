import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type IdentityKind,
  identityKinds,
  identityTemplates,
} from '../../../shared/domain/health/identity-questions.ts';
import { surveyReasons } from '../../../shared/domain/health/survey-reasons.ts';
import type { IdentityMapping } from '../../../shared/ipc/topics/identity.ts';
import { percentDone } from '../output/percent-done.ts';
import { table } from '../output/table.ts';
import { askSecret } from '../session/ask-secret.ts';
import { UsageError } from '../usage-error.ts';
import { collect, findCommunity, parseNumber } from './arguments.ts';
import type { Declare, Toolkit } from './command.ts';

interface Where {
  readonly community?: string;
}

interface AskOptions extends Where {
  readonly kind: IdentityKind;
  readonly purpose: string;
}

interface ImportOptions extends Where {
  readonly consentText: string;
  readonly map: readonly string[];
  readonly asked?: number;
  readonly everybodyOldEnough?: boolean;
}

const fields = ['member', 'consent', 'consentDate', 'age'] as const;

/** Identity answers: questions, surveys, withdrawal, erasure. What anybody answered is never printed. */
export const declareIdentity: Declare = (program, toolkit) => {
  const identity = program.command('identity').description(toolkit.t('help.identity'));
  declareAsk(identity, toolkit);
  declareSurvey(identity, toolkit);
  declareWithdraw(identity, toolkit);
  declareErase(identity, toolkit);
};

function declareAsk(identity: Command, { t, withSession }: Toolkit): void {
  identity
    .command('ask')
    .addOption(new Option('--kind <kind>', t('help.identityKind')).choices([...identityKinds]).makeOptionMandatory())
    .requiredOption('--purpose <text>', t('help.identityPurpose'))
    .option('--community <community>', t('help.community'))
    .description(t('help.identityAsk'))
    .action((options: AskOptions) =>
      withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, options.community);
        const template = identityTemplates.find(({ kind }) => kind === options.kind);
        const saved = await session.call('identity.saveQuestion', {
          communityId,
          question: {
            key: options.kind,
            kind: options.kind,
            purpose: options.purpose,
            wording: { [print.locale]: print.tFor('identity')(`suggested.${options.kind}`) },
            answers: (template?.codes ?? []).map((code) => ({ code, labels: {} })),
            several: template?.several ?? true,
            freeTerm: template?.freeTerm ?? true,
          },
        });
        print.result(saved, () => print.tFor('identity')('form.saved'));
        return undefined;
      }),
    );
}

function declareSurvey(identity: Command, { t, withSession }: Toolkit): void {
  identity
    .command('import')
    .argument('<file>', t('help.file'))
    .requiredOption('--consent-text <name>', t('help.consentText'))
    .option('--community <community>', t('help.community'))
    .option('--map <field=column>', t('help.identityMap', { fields: fields.join(', ') }), collect, [])
    .option('--asked <people>', t('help.askedPeople'), parseNumber)
    .option('--everybody-old-enough', t('help.oldEnough'))
    .description(t('help.identityImport'))
    .action((given: string, options: ImportOptions) =>
      withSession(async ({ session, print }) => {
        const file = resolve(given);
        const { id: communityId } = await findCommunity(session, options.community);
        const { suggested } = await session.call('identity.inspect', { communityId, file });
        const mapping = withMap({ ...suggested, everybodyOldEnough: options.everybodyOldEnough ?? false }, options.map);
        const survey = { communityId, file, mapping, consentText: options.consentText };
        const { jobId } = await session.call('identity.import', { ...survey, askedPeople: options.asked ?? null });
        const { result } = await session.finish(jobId, (job) =>
          print.progress(print.t('importing', { percent: percentDone(job) })),
        );
        const { lines = 0, accepted = 0, ...refused } = (result ?? {}) as Record<string, number>;
        const rows = Object.entries(refused).map(([reason, count]) => ({ reason: reason.split('.')[1] ?? '', count }));
        print.result({ lines, accepted, refused: rows }, () =>
          [
            print.tFor('identity')('run.summary', { lines: print.number(lines), accepted: print.number(accepted) }),
            rows.length === 0
              ? ''
              : table(rows, [
                  {
                    header: print.t('column.problem'),
                    cell: ({ reason }) => print.tFor(topicOf(reason))(`reasons.${reason}`),
                  },
                  { header: print.t('column.lines'), cell: ({ count }) => print.number(count), end: true },
                ]),
          ]
            .join('\n')
            .trimEnd(),
        );
        return undefined;
      }),
    );
}

function declareWithdraw(identity: Command, { t, withSession }: Toolkit): void {
  identity
    .command('withdraw')
    .option('--community <community>', t('help.community'))
    .description(t('help.identityWithdraw'))
    .action((options: Where) =>
      withSession(async ({ session, print }) => {
        const { id: communityId } = await findCommunity(session, options.community);
        // A name beside this command would stand in the shell's history.
        const member = await askSecret('HEARTH_MEMBER', print.t('ask.member'));
        await session.call('identity.withdraw', { communityId, member });
        print.result({ done: true }, () => print.tFor('identity')('person.withdrawn'));
        return undefined;
      }),
    );
}

function declareErase(identity: Command, { t, withSession }: Toolkit): void {
  identity
    .command('erase')
    .option('--yes', t('help.eraseYes'))
    .description(t('help.identityErase'))
    .action((options: { readonly yes?: boolean }) =>
      withSession(async ({ session, print }) => {
        if (!options.yes) throw new UsageError('sayYes', {});
        await session.call('identity.erase', { confirm: 'erase' });
        print.result({ done: true }, () => print.tFor('identity')('erase.erased'));
        return undefined;
      }),
    );
}

/** What can be wrong with any file has its words with the imports. */
function topicOf(reason: string): 'identity' | 'imports' {
  return (surveyReasons as readonly string[]).includes(reason) ? 'identity' : 'imports';
}

/** Pairs of field=column; any other name is that of a question. */
function withMap(suggested: IdentityMapping, pairs: readonly string[]): IdentityMapping {
  let mapping = suggested;
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError('badMap', { fields: fields.join(', ') });
    const [name, column] = [pair.slice(0, at), pair.slice(at + 1)];
    const field = fields.find((one) => one === name);
    if (field) mapping = { ...mapping, [field]: column };
    else
      mapping = {
        ...mapping,
        questions: [...mapping.questions.filter(({ key }) => key !== name), { key: name, column }],
      };
  }
  return mapping;
}
