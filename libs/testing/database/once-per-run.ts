import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Only against waiting for ever: on a machine that has other things to do everything takes long. */
const PATIENCE_MS = 500_000;

/**
 * What all test files of a run share, made by the first that asks for it; the others wait, and get the same.
 *
 * @param name of the file in the run's folder; `make` gives what JSON can hold
 * @throws what `make` throws, told to all who ask
 */
export async function oncePerRun<T extends object>(
  name: string,
  make: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = process.env['LUOSHI_TEST_RUN'];
  if (folder === undefined) throw new Error('globalSetup of jest.config.js has not run');
  const first = await mkdir(join(folder, `${name}.claimed`)).then(
    () => true,
    () => false,
  );
  if (!first) return untilMade<T>(folder, name);
  try {
    const made = await make(folder);
    await publish(join(folder, `${name}.json`), made);
    return made;
  } catch (error) {
    await publish(join(folder, `${name}.failed.json`), { message: String(error) });
    throw error;
  }
}

async function untilMade<T>(folder: string, name: string): Promise<T> {
  const [made, failed] = [join(folder, `${name}.json`), join(folder, `${name}.failed.json`)];
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    if (existsSync(made)) return JSON.parse(await readFile(made, 'utf8')) as T;
    if (existsSync(failed)) throw new Error(`${name} was not made: ${await readFile(failed, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${name} was not made in time`);
}

async function publish(file: string, value: object): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  await rename(`${file}.new`, file);
}
