import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onlyOne } from './only-one.mjs';
import { cacheFolder, installed } from './places.mjs';
import { capture } from './run-command.mjs';
import { say } from './say.mjs';
import { ensureCommands } from './system-packages.mjs';

/** The Node-API version that the database package's prebuilt binaries speak. An older Node crashes on them. */
const prebuiltNodeApi = 10;

/** Raised whenever the way the addon is compiled changes. */
const revision = 1;

/**
 * Path of a database addon that this Electron can load, or undefined where the package's prebuilt one does. It is
 * compiled once from the package's own source and kept in the cache folder.
 * @param {import('./find-electron.mjs').ElectronRuntime} runtime
 * @returns {Promise<string | undefined>}
 */
export async function findSqliteBinding(runtime) {
  if (runtime.nodeApi >= prebuiltNodeApi) return undefined;
  if (process.env.HEARTH_SQLITE_BINDING) return process.env.HEARTH_SQLITE_BINDING;
  const { version } = JSON.parse(readFileSync(installed('better-sqlite3', 'package.json'), 'utf8'));
  const folder = path.join(
    cacheFolder(),
    `better-sqlite3-${version}-napi-${runtime.nodeApi}-${process.platform}-${process.arch}-r${revision}`,
  );
  const file = path.join(folder, 'better_sqlite3.node');
  if (existsSync(file)) return file;
  return onlyOne('sqlite', async () => {
    if (existsSync(file)) return file;
    if (process.platform !== 'linux') throw new Error('This Electron is too old for the database; use a newer one.');
    await ensureCommands(['gcc', 'g++'], ['gcc', 'g++', 'libc6-dev'], 'a compiler');
    await mkdir(cacheFolder(), { recursive: true });
    for (const name of await readdir(cacheFolder())) {
      if (name.startsWith('unfinished-sqlite-')) await rm(path.join(cacheFolder(), name), { recursive: true });
    }
    const unfinished = path.join(cacheFolder(), `unfinished-sqlite-${process.pid}`);
    await mkdir(unfinished, { recursive: true });
    say('Compiling the database for this Electron (once, about a minute and a half).');
    await compile(unfinished);
    await tryOut(runtime.executable, path.join(unfinished, 'better_sqlite3.node'));
    await rename(unfinished, folder);
    return file;
  });
}

/**
 * Compiles the two source files with the settings of the package's own build description, except for the Node-API
 * version: asking for the experimental one makes an older Node offer what the addon uses. No Node headers, no Python and
 * no build generator are needed: the Node-API headers come from a package.
 * @param {string} folder
 */
async function compile(folder) {
  const source = installed('better-sqlite3');
  const amalgamation = path.join(source, 'deps', 'sqlite3');
  const description = await readFile(path.join(source, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...description.matchAll(/'([A-Z0-9_]+(?:=[^']*)?)',/g)].map((match) => `-D${match[1]}`);
  const both = ['-c', '-O3', '-fPIC', '-DNDEBUG', '-I', amalgamation];
  const engine = [
    '-std=c99',
    '-w',
    ...defines,
    path.join(amalgamation, 'sqlite3.c'),
    '-o',
    path.join(folder, 'sqlite3.o'),
  ];
  const addon = [
    ...['-std=c++20', '-w', '-fvisibility=hidden', '-fvisibility-inlines-hidden', '-fno-rtti', '-fno-exceptions'],
    ...['-DBUILDING_NODE_EXTENSION', '-DNODE_GYP_MODULE_NAME=better_sqlite3'],
    ...['-DNAPI_VERSION=2147483647', '-DNAPI_EXPERIMENTAL'],
    ...['-DNODE_API_EXPERIMENTAL_NO_WARNING', '-DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'],
    ...['-DNAPI_DISABLE_CPP_EXCEPTIONS', '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'],
    ...['-include', fileURLToPath(new URL('finalizer-declaration.h', import.meta.url))],
    ...['-I', installed('node-api-headers', 'include'), '-I', installed('node-addon-api')],
    ...[path.join(source, 'src', 'better_sqlite3.cpp'), '-o', path.join(folder, 'addon.o')],
  ];
  await Promise.all([compiler('gcc', [...both, ...engine]), compiler('g++', [...both, ...addon])]);
  await compiler('g++', [
    ...['-shared', '-s', '-o', path.join(folder, 'better_sqlite3.node')],
    ...[path.join(folder, 'addon.o'), path.join(folder, 'sqlite3.o')],
    ...['-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL', '-static-libstdc++', '-static-libgcc', '-ldl', '-lpthread'],
  ]);
  await rm(path.join(folder, 'addon.o'));
  await rm(path.join(folder, 'sqlite3.o'));
}

/**
 * @param {string} program
 * @param {string[]} args
 */
async function compiler(program, args) {
  const result = await capture(program, args);
  if (result.code !== 0) throw new Error(`${program} could not compile the database:\n${result.stderr.slice(0, 2000)}`);
}

/**
 * Opens an encrypted file with the new addon in the Electron it was made for, before anybody relies on it.
 * @param {string} executable
 * @param {string} addon
 */
async function tryOut(executable, addon) {
  const script = `
    const Database = require(${JSON.stringify(installed('better-sqlite3'))});
    const db = new Database(${JSON.stringify(`${addon}.trial`)}, { nativeBinding: ${JSON.stringify(addon)} });
    db.pragma("key='trial'");
    db.exec('create virtual table t using fts5(a)');
    db.close();`;
  const result = await capture(executable, ['-e', script], { env: { ELECTRON_RUN_AS_NODE: '1' }, timeout: 60_000 });
  if (result.code !== 0) throw new Error(`The compiled database does not load.\n${result.stderr.slice(0, 2000)}`);
  await rm(`${addon}.trial`, { force: true });
}
