import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/apps', '<rootDir>/libs'],
  testMatch: ['**/*.spec.ts', '**/*.it.ts', '**/*.e2e.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
      },
    ],
  },
  globalSetup: '<rootDir>/libs/testing/jest/global-setup.js',
  globalTeardown: '<rootDir>/libs/testing/jest/global-teardown.js',
  // Only against hanging for ever; on a machine that is busy with other things everything takes long.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/libs/testing/jest/longest-first.js',
  // Half of the time is spent waiting for databases and processes: also two cores are worth three workers.
  maxWorkers: Math.max(3, availableParallelism()),
  // Modules of a file that is done are not freed; a worker that has grown is replaced.
  workerIdleMemoryLimit: '1GB',
};
