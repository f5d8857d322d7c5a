import type { DependencyType, IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/**
 * Who may import whom, as dependency-cruiser reads it. Type-only imports count too. Each rule's comment says what to do
 * instead. `import-rules.test.ts` plants a violation of every rule and sees it caught.
 */

/** A package by name, whether it resolved to a file or stayed a bare name. */
const packageNamed = (name: string) => `(^|/)node_modules/${name}/|^${name}$`;

/** The parts of the contract that carry schemas, and zod with them. */
const schemas = '^shared/ipc/(contract|define|schemas|topics/)';

const thirdParty: DependencyType[] = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const forbidden: IForbiddenRuleType[] = [
  {
    name: 'no-cycle',
    comment: 'Two files that need each other are one file, or hide a third one that both should import.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolvable',
    comment: 'The file or package is not there. Is the extension written out, is the package in package.json?',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared-packages-only',
    comment: 'Add the package to package.json; what comes along with another package can leave with it.',
    severity: 'error',
    from: { pathNot: ['^test/', '^scripts/runtime/launcher/'] },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'product-without-tools',
    comment: 'What runs at the user’s must not need a development dependency. Electron itself is the exception.',
    severity: 'error',
    from: { path: '^(shared|electron|renderer)/', pathNot: '(^|/)vite\\.config\\.ts$' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: packageNamed('electron') },
  },
  {
    name: 'shared-stands-alone',
    comment: 'shared runs in every process: it imports shared only. Hand in what a rule needs as an argument.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { path: '^(electron|renderer|scripts)/' },
  },
  {
    name: 'shared-without-packages',
    comment: 'shared has no package but zod in shared/ipc and i18next in shared/strings, and nothing of Node.',
    severity: 'error',
    from: { path: '^shared/' },
    to: { dependencyTypes: [...thirdParty, 'core'], pathNot: [packageNamed('zod'), packageNamed('i18next')] },
  },
  {
    name: 'zod-in-contract-only',
    comment: 'Schemas live in shared/ipc and are checked on the trusted side. Elsewhere import the type.',
    severity: 'error',
    from: { pathNot: '^(shared/ipc|test)/' },
    to: { path: packageNamed('zod') },
  },
  {
    name: 'translator-in-strings-only',
    comment: 'shared/strings sets the translator up; domain code answers with keys and values, never with sentences.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '^shared/strings/' },
    to: { path: packageNamed('i18next') },
  },
  {
    name: 'contract-as-types',
    comment: 'Outside the trusted side use `import type`: a schema brings zod, which the page’s policy forbids.',
    severity: 'error',
    from: { path: '^(renderer|electron/preload|shared)/', pathNot: schemas },
    to: { path: schemas, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'main-stays-thin',
    comment: 'main asks the data process over its channel; it imports itself, shared and electron.',
    severity: 'error',
    from: { path: '^electron/main/' },
    to: { path: '^(electron/(data|cli|preload)|renderer|scripts)/' },
  },
  {
    name: 'preload-knows-names-only',
    comment: 'preload is one loop over the channel list: shared/ipc names and types, and electron.',
    severity: 'error',
    from: { path: '^electron/preload/' },
    to: {
      pathNot: ['^electron/preload/', '^shared/ipc/(channels|events|contract|api)\\.ts$', packageNamed('electron')],
    },
  },
  {
    name: 'data-without-electron',
    comment: 'The data process also runs under plain Node. main hands it what it needs as arguments.',
    severity: 'error',
    from: { path: '^electron/(data|cli)/' },
    to: { path: [packageNamed('electron'), packageNamed('electron-log')] },
  },
  {
    name: 'data-stays-below',
    comment: 'data imports itself and shared.',
    severity: 'error',
    from: { path: '^electron/data/' },
    to: { path: '^(electron/(main|cli|preload)|renderer|scripts)/' },
  },
  {
    name: 'cli-over-data',
    comment: 'The command line stands on the data process and shared.',
    severity: 'error',
    from: { path: '^electron/cli/' },
    to: { path: '^(electron/(main|preload)|renderer|scripts)/' },
  },
  {
    name: 'sqlite-in-store-only',
    comment: 'Only electron/data/store touches the database. Add a query or a command to the aggregate’s folder.',
    severity: 'error',
    from: { pathNot: '^(electron/data/store|test)/' },
    to: { path: packageNamed('better-sqlite3') },
  },
  {
    name: 'identity-in-health-only',
    comment:
      'Identity answers are joined to members in electron/data/health alone, brought in and withdrawn in ' +
      'electron/data/identity. Ask for a published split; no queue, case, search or outreach code may reach them.',
    severity: 'error',
    from: {
      pathNot: [
        '^electron/data/(health|identity|store/identity|store/backup)/',
        '^electron/data/service/(session|handler-table)\\.ts$',
        '^test/',
      ],
    },
    to: { path: '^electron/data/(identity|store/identity)/' },
  },
  {
    name: 'window-from-shared-only',
    comment: 'The renderer has no Node and no Electron: it imports renderer and shared, and calls the contract.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    to: { path: ['^(electron|scripts)/', packageNamed('electron')] },
  },
  {
    name: 'window-without-node',
    comment: 'The renderer is sandboxed; what needs Node belongs behind the contract.',
    severity: 'error',
    from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'feature-not-feature',
    comment: 'A feature knows no other feature. What two of them need goes to renderer/ui or shared.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'feature-below-shell',
    comment:
      'The shell knows the features. Of renderer/app a feature may use what every screen stands on: the contract’s door, ' +
      'where to go, commands, settings, links, long work, the list of communities, saving a text, a way back, forms around the store, words for failures. Never the shell or its rooms.',
    severity: 'error',
    from: { path: '^renderer/features/' },
    to: {
      path: '^renderer/app/',
      pathNot:
        '^renderer/app/(api|failure-words|navigation|commands/|settings/|links/|jobs/|communities/|files/use-save-text|undo/|vault-forms/)',
    },
  },
  {
    name: 'ui-knows-no-domain-screen',
    comment: 'renderer/ui is below the features: itself, shared/domain and the words in shared/strings.',
    severity: 'error',
    from: { path: '^renderer/ui/' },
    to: { path: ['^renderer/(features|app)/', '^shared/(?!domain/|strings/)'] },
  },
  {
    name: 'nothing-imports-tests',
    comment: 'Move what the product needs out of test/.',
    severity: 'error',
    from: { pathNot: '^test/' },
    to: { path: '^test/' },
  },
  {
    name: 'scripts-before-the-build',
    comment: 'scripts prepare the runtime and run before anything is built; they import nothing of the product.',
    severity: 'error',
    from: { path: '^scripts/' },
    to: { path: '^(shared|electron|renderer)/' },
  },
];

const configuration: IConfiguration = {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|release|test-results)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    cache: false,
  },
};

export default configuration;
