import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rules from './import-rules.ts';
import { repository } from './source-files.ts';

/** One planted violation a rule: files by path. The last import of the first file is the one that is wrong. */
const planted: Record<string, Record<string, string>> = {
  'no-cycle': {
    'shared/domain/one.ts': "import type { Two } from './two.ts';\nexport type One = Two | 1;",
    'shared/domain/two.ts': "import type { One } from './one.ts';\nexport type Two = One | 2;",
  },
  resolvable: { 'shared/domain/lost.ts': "import './nowhere.ts';" },
  'declared-packages-only': { 'electron/data/undeclared.ts': "import 'node-addon-api';" },
  'product-without-tools': { 'electron/data/tool.ts': "import 'fast-check';" },
  'shared-stands-alone': {
    'shared/domain/reaches-out.ts': "import type { Page } from '../../renderer/ui/a-page.ts';\nexport type P = Page;",
    'renderer/ui/a-page.ts': 'export type Page = 1;',
  },
  'shared-without-packages': { 'shared/domain/reads-file.ts': "import 'node:fs';" },
  'zod-in-contract-only': { 'electron/data/platforms/schema.ts': "import 'zod';" },
  'translator-in-strings-only': { 'shared/domain/says.ts': "import 'i18next';" },
  'contract-as-types': {
    'renderer/features/queue/schema.ts':
      "import { contract } from '../../../shared/ipc/contract.ts';\nexport const c = contract;",
    'shared/ipc/contract.ts': 'export const contract = {};',
  },
  'main-stays-thin': {
    'electron/main/too-much.ts': "import '../data/a-query.ts';",
    'electron/data/a-query.ts': 'export const query = 1;',
  },
  'preload-knows-names-only': {
    'electron/preload/curious.ts': "import '../../shared/domain/a-rule.ts';",
    'shared/domain/a-rule.ts': 'export const rule = 1;',
  },
  'data-without-electron': { 'electron/data/sync/online.ts': "import 'electron';" },
  'data-stays-below': {
    'electron/data/upwards.ts': "import '../cli/a-command.ts';",
    'electron/cli/a-command.ts': 'export const command = 1;',
  },
  'cli-over-data': {
    'electron/cli/window.ts': "import '../main/a-window.ts';",
    'electron/main/a-window.ts': 'export const opened = 1;',
  },
  'sqlite-in-store-only': { 'electron/data/health/own-query.ts': "import 'better-sqlite3';" },
  'identity-in-health-only': {
    'electron/data/queue/by-group.ts': "import '../store/identity/group-sets.ts';",
    'electron/data/store/identity/group-sets.ts': 'export const groups = 1;',
  },
  'window-from-shared-only': { 'renderer/features/queue/remote.ts': "import 'electron';" },
  'window-without-node': { 'renderer/features/queue/file.ts': "import 'node:path';" },
  'feature-not-feature': {
    'renderer/features/queue/borrows.ts': "import '../case/a-part.ts';",
    'renderer/features/case/a-part.ts': 'export const part = 1;',
  },
  'feature-below-shell': {
    'renderer/features/queue/steers.ts': "import '../../app/a-shell.ts';",
    'renderer/app/a-shell.ts': 'export const shell = 1;',
  },
  'ui-knows-no-domain-screen': {
    'renderer/ui/knowing.ts': "import '../../shared/ipc/a-channel.ts';",
    'shared/ipc/a-channel.ts': 'export const channel = 1;',
  },
  'nothing-imports-tests': {
    'electron/main/uses-builder.ts': "import '../../test/builders/a-report.ts';",
    'test/builders/a-report.ts': 'export const aReport = 1;',
  },
  'scripts-before-the-build': {
    'scripts/early.mjs': "import '../shared/domain/a-fact.ts';",
    'shared/domain/a-fact.ts': 'export const fact = 1;',
  },
};

let folder = '';
const startedIn = process.cwd();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hearth-imports-'));
});
afterAll(() => {
  process.chdir(startedIn);
  rmSync(folder, { recursive: true, force: true });
});

async function violations(baseDir: string): Promise<ICruiseResult['summary']['violations']> {
  const options: ICruiseOptions = {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden ?? [] },
  };
  const rooms = ['shared', 'electron', 'renderer', 'scripts', 'test'];
  const { output } = await cruise(rooms, options);
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text.');
  return output.summary.violations;
}

describe('import rules', () => {
  it('hold in this repository', async () => {
    const found = await violations(repository);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
  });

  it('each have a planted violation', () => {
    expect(Object.keys(planted).sort()).toEqual((rules.forbidden ?? []).map(({ name }) => name).sort());
  });

  it.each(Object.entries(planted))('catch a planted violation of %s', async (rule, files) => {
    const tree = mkdtempSync(path.join(folder, 'tree-'));
    for (const room of ['shared', 'electron', 'renderer', 'scripts', 'test']) mkdirSync(path.join(tree, room));
    symlinkSync(path.join(repository, 'node_modules'), path.join(tree, 'node_modules'));
    symlinkSync(path.join(repository, 'package.json'), path.join(tree, 'package.json'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(tree, name)), { recursive: true });
      writeFileSync(path.join(tree, name), text);
    }
    const found = await violations(tree);
    const wrong = Object.keys(files)[0];
    expect(found.filter(({ from }) => from === wrong).map((violation) => violation.rule.name)).toContain(rule);
  });
});
