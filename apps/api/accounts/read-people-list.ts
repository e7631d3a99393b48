import { readDocument, type TableBlock, type TableRow } from '#documents';
import { roleOfPost } from '#engine';
import type { ListLine } from '#identity';
import { decodeText, kindOfUnit, unitListColumns, type UnitListColumns } from '#plan';
import { problem } from '../http/problem.js';

export interface PeopleList {
  lines: ListLine[];
  /** Lines that are not taken, and why. */
  refused: { line: number; what: string; message: string }[];
}

const HEADER_WITHIN = 10;
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/u;
const MOST_LINES = 5_000;

/** The lines of a workbook with units and people. @throws ProblemError ImportUnreadable; DocumentRefused */
export async function readPeopleList(bytes: Uint8Array): Promise<PeopleList> {
  const { blocks } = await readDocument(bytes, decodeText);
  for (const { rows } of blocks.filter((block): block is TableBlock => block.type === 'table')) {
    const head = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => unitListColumns(cells) !== undefined);
    const columns = head < 0 ? undefined : unitListColumns(rows[head]?.cells ?? []);
    if (columns !== undefined) return listOf(rows.slice(head + 1), columns);
  }
  throw problem(
    'ImportUnreadable',
    '没有找到表头：应有“单位名称”一列，另可有简称、类别、姓名、职务、账号等列。请按此整理后再导入。',
  );
}

function listOf(rows: readonly TableRow[], columns: UnitListColumns): PeopleList {
  if (rows.length > MOST_LINES)
    throw problem('ImportUnreadable', `一次最多导入 ${String(MOST_LINES)} 行，请分几次导入。`);
  const list: PeopleList = { lines: [], refused: [] };
  const seen = new Map<string, number>();
  for (const { row, cells } of rows) {
    const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').trim());
    const unit = cell(columns.name);
    if (unit === '' || /^(?:注|备注|说明|合计|总计)/u.test(unit)) continue;
    if ([...unit].length < 2 || [...unit].length > 60) {
      list.refused.push({ line: row, what: unit.slice(0, 20), message: '单位名称过短或过长。' });
      continue;
    }
    const aliases = columns.aliases.flatMap((at) => cell(at).split(/[、,，;；\n]/u)).filter(Boolean);
    const of = { line: row, unit, kind: kindOfUnit(unit, cell(columns.kind)), aliases };
    const people = columns.people.flatMap((person) => {
      const [name, username] = [cell(person.name), cell(person.account).toLowerCase()];
      if (name === '' && username === '') return [];
      const fault = faultOf(name, username, seen.get(username));
      if (fault !== null) {
        list.refused.push({ line: row, what: name || username, message: fault });
        return [];
      }
      seen.set(username, row);
      return [{ name, username, role: roleOfPost(cell(columns.post) || person.post) }];
    });
    if (people.length === 0) list.lines.push({ ...of, person: null });
    for (const person of people) list.lines.push({ ...of, person });
  }
  return list;
}

function faultOf(name: string, username: string, before: number | undefined): string | null {
  if (name === '') return `账号 ${username} 没有对应的姓名。`;
  if ([...name].length > 60) return '姓名过长。';
  if (!USERNAME.test(username))
    return `账号${username === '' ? '没有填' : `“${username.slice(0, 40)}”不合规则`}：用小写字母、数字、点和连字符，2 至 40 位。`;
  return before === undefined ? null : `账号 ${username} 与第 ${String(before)} 行重复。`;
}
