import { endRun } from './run-folder.js';

export default async function globalTeardown() {
  await endRun(process.env.LUOSHI_TEST_RUN);
}
