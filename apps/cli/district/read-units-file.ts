import { readDocument, type TableBlock } from '#documents';
import { roleOfPost } from '#engine';
import { decodeText, parseUnitSeed, readUnitList, type UnitSeed } from '#plan';
import type { Role } from '#accountability';
import { CliError } from '../cli-error.js';
import { readGivenFile } from '../plan/read-file.js';
import { invalidFile } from './invalid-file.js';

export interface ListedAccount {
  username: string;
  name: string;
  /** The unit's code. */
  unit: string;
  role: Role;
}

export interface UnitsFile {
  units: UnitSeed;
  people: ListedAccount[];
}

/** What a workbook does not say of itself. */
export interface DistrictFacts {
  code?: string;
  name?: string;
  fullPrefix?: string[];
  shortPrefix?: string;
}

const LEVEL_WORD = /(?:自治区|自治州|自治县|自治旗|新区|[省市县区州旗盟])$/u;

/**
 * The units of a district out of a file: a unit directory (`luoshi.units/1`), or a workbook or web page with a list
 * of units and people.
 *
 * @throws CliError FILE_UNREADABLE, FILE_INVALID; DocumentRefused
 */
export async function readUnitsFile(file: string, facts: DistrictFacts): Promise<UnitsFile> {
  const bytes = await readGivenFile(file);
  if (!/\.(?:ya?ml|json)$/iu.test(file)) return readList(file, bytes, facts);
  const parsed = parseUnitSeed(decodeText(bytes));
  if (parsed.ok) return { units: parsed.value, people: [] };
  throw invalidFile(
    file,
    parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
  );
}

async function readList(file: string, bytes: Uint8Array, facts: DistrictFacts): Promise<UnitsFile> {
  const { code, name } = facts;
  if (code === undefined || name === undefined)
    throw new CliError(
      'FILE_INVALID',
      `${file} 是名单，没有写明是哪个辖区。请用 --code（六位行政区划代码）和 --name（如 甲县）指定。`,
    );
  const shortPrefix = facts.shortPrefix ?? LEVEL_WORD.exec(name)?.[0];
  if (shortPrefix === undefined)
    throw new CliError(
      'FILE_INVALID',
      `从“${name}”看不出单位简称前的字（省、市、县、区），请用 --short-prefix 指定。`,
    );
  const { blocks } = await readDocument(bytes, decodeText);
  const tables = blocks.filter((block): block is TableBlock => block.type === 'table');
  const jurisdiction = {
    code,
    name,
    fullPrefixes: [...new Set([...(facts.fullPrefix ?? []), name])],
    shortPrefix,
  };
  const lists = tables.map(({ sheet, rows }) => ({ sheet, list: readUnitList(rows, jurisdiction) }));
  const found = lists.find(({ list }) => list.ok) ?? lists[0];
  if (found === undefined) throw invalidFile(file, [`${file} 中没有表格。`]);
  const { sheet, list } = found;
  if (!list.ok)
    throw invalidFile(
      file,
      list.problems.map(
        ({ row, message }) => `${file}（${sheet}${row === 0 ? '' : `第 ${row} 行`}）${message}`,
      ),
    );
  return {
    units: list.units,
    people: list.people.map(({ username, name: who, unit, post }) => ({
      username,
      name: who,
      unit,
      role: roleOfPost(post),
    })),
  };
}
