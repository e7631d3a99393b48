import { availableParallelism, totalmem } from 'node:os';

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testMatch: ['**/*.spec.ts', '**/*.it.ts', '**/*.e2e.ts'],
  // Modules are loaded by Node.js itself, TypeScript included: docs/adr/0052-tests-share-what-they-load.md.
  runtime: '<rootDir>/libs/testing/jest/native-runtime.cjs',
  testEnvironment: '<rootDir>/libs/testing/jest/environment.js',
  transform: {},
  // Only for `--onlyChanged` and `--findRelatedTests`: who imports whom.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
  },
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.js',
  // Only against hanging for ever; on a machine that is busy with other things everything takes long.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/libs/testing/jest/longest-first.js',
  // Half of the time is spent waiting for databases and processes: also two cores are worth three workers.
  maxWorkers: Math.max(3, availableParallelism()),
  // What was loaded stays; a worker that has grown is replaced, which costs loading everything again.
  workerIdleMemoryLimit: totalmem() > 12 * 1024 ** 3 ? '2GB' : '1GB',
};
