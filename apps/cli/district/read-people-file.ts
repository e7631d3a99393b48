import { parsePeopleSeed } from '#engine';
import { decodeText, type UnitSeed } from '#plan';
import { readGivenFile } from '../plan/read-file.js';
import { invalidFile } from './invalid-file.js';
import type { ListedAccount } from './read-units-file.js';

/** The people of a district out of a file (`luoshi.people/1`). @throws CliError FILE_UNREADABLE, FILE_INVALID */
export async function readPeopleFile(file: string, units: UnitSeed): Promise<ListedAccount[]> {
  const parsed = parsePeopleSeed(decodeText(await readGivenFile(file)));
  if (!parsed.ok)
    throw invalidFile(
      file,
      parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
    );
  const codes = new Set(units.units.filter(({ group }) => !group).map(({ code }) => code));
  const { offices } = parsed.value;
  const problems = offices.flatMap(({ username, unit }, i) => [
    ...(codes.has(unit) ? [] : [`${username} 的单位 ${unit} 不在单位目录中。`]),
    ...(offices.findIndex((one) => one.username === username) < i ? [`账号 ${username} 重复。`] : []),
  ]);
  if (problems.length > 0) throw invalidFile(file, problems);
  return offices.map(({ username, name, unit, role }) => ({ username, name, unit, role }));
}
