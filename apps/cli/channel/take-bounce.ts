import { buffer } from 'node:stream/consumers';
import { recordBounce, type BounceRecorded } from '#courier';
import { readBounce } from '#notify';
import { readGivenFile } from '../plan/read-file.js';
import { withUnits, type UnitsOptions } from '../units/units-of-record.js';

/**
 * Takes a mail that came back, from a file or (`-`) standard input, as a mail server's pipe hands it over. What is no
 * bounce, or of no letter of ours, is no error: the server would send that back again. @throws CliError FILE_UNREADABLE
 */
export async function takeBounce(
  file: string,
  options: UnitsOptions,
): Promise<BounceRecorded | 'notABounce'> {
  const bounce = await readBounce(file === '-' ? await buffer(process.stdin) : await readGivenFile(file));
  if (bounce === null) return 'notABounce';
  return withUnits(options, ({ tx, at }) => recordBounce(tx, bounce, at));
}
