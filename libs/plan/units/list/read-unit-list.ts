import type { TableRow } from '#documents';
import { normalFormOf } from '../normal-form.js';
import { unitCodeOf } from '../unit-code.js';
import { type UnitSeed, unitSeedSchema } from '../unit-seed.schema.js';
import { kindOfUnit } from './kind-of-unit.js';
import { type UnitListColumns, unitListColumns } from './unit-list-columns.js';

/** A person that a list names with a unit. */
export interface ListedPerson {
  readonly row: number;
  readonly name: string;
  readonly username: string;
  /** The unit's code. */
  readonly unit: string;
  /** As the list prints it: 局长, 联络员 … */
  readonly post: string;
}

export interface UnitListProblem {
  /** As the office program counts; 0: about the list as a whole. */
  readonly row: number;
  readonly message: string;
}

export type UnitList =
  | { readonly ok: true; readonly units: UnitSeed; readonly people: readonly ListedPerson[] }
  | { readonly ok: false; readonly problems: readonly UnitListProblem[] };

type Unit = Record<'code' | 'name' | 'kind', string> & {
  aliases: string[];
  group: boolean;
  members?: string[];
};

const HEADER_WITHIN = 10;
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/u;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const SEPARATOR = /[、,，;；\n]/u;

/**
 * Reads a list of units and their people (单位名称, 简称, 类别, 联系人, 职务, 账号; columns found by their words). A
 * unit may stand in several rows, one for each of its people.
 */
export function readUnitList(rows: readonly TableRow[], jurisdiction: UnitSeed['jurisdiction']): UnitList {
  const head = rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => unitListColumns(cells) !== undefined);
  const columns = head < 0 ? undefined : unitListColumns(rows[head]?.cells ?? []);
  if (columns === undefined)
    return failed(0, '没有找到表头：应有“单位名称”一列，另可有简称、类别、联系人、职务、账号等列。');
  const list = new ListBeingRead(jurisdiction, columns);
  for (const row of rows.slice(head + 1)) list.add(row);
  return list.done();
}

const failed = (row: number, message: string): UnitList => ({ ok: false, problems: [{ row, message }] });

class ListBeingRead {
  readonly #units = new Map<string, Unit & { row: number; memberNames: string[] }>();
  readonly #codes = new Set<string>();
  readonly #people: ListedPerson[] = [];
  readonly #problems: UnitListProblem[] = [];
  readonly #normalForm: (name: string) => string;

  constructor(
    private readonly jurisdiction: UnitSeed['jurisdiction'],
    private readonly columns: UnitListColumns,
  ) {
    this.#normalForm = normalFormOf(jurisdiction);
  }

  add({ row, cells }: TableRow): void {
    const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').trim());
    const name = cell(this.columns.name);
    // Notes below the list and empty rows.
    if (name === '' || /^(?:注|备注|说明|合计|总计)/u.test(name)) return;
    if ([...name].length < 2 || [...name].length > 60)
      return this.#fail(row, `单位名称“${name.slice(0, 20)}”过短或过长。`);
    const unit = this.#unit(row, name, cell);
    for (const column of this.columns.aliases)
      for (const alias of split(cell(column))) if (!unit.aliases.includes(alias)) unit.aliases.push(alias);
    unit.memberNames.push(...split(cell(this.columns.members)));
    for (const person of this.columns.people) {
      const who = cell(person.name);
      const username = cell(person.account).toLowerCase();
      if (who === '' && username === '') continue;
      if (who === '') this.#fail(row, `账号 ${username} 没有对应的姓名。`);
      else if (!USERNAME.test(username))
        this.#fail(
          row,
          `${who}的账号${username === '' ? '没有填' : `“${username}”不合规则`}：用小写字母、数字、点和连字符，2 至 40 位。`,
        );
      else if (this.#people.some((one) => one.username === username))
        this.#fail(row, `账号 ${username} 重复。`);
      else
        this.#people.push({
          row,
          name: who,
          username,
          unit: unit.code,
          post: cell(this.columns.post) || person.post,
        });
    }
  }

  #unit(
    row: number,
    name: string,
    cell: (at: number | undefined) => string,
  ): Unit & { row: number; memberNames: string[] } {
    const form = this.#normalForm(name);
    const known = this.#units.get(form);
    if (known) return known;
    const given = cell(this.columns.code);
    if (given !== '' && !SLUG.test(given) && !/^\d+$/u.test(given))
      this.#fail(row, `单位编号“${given}”只能用小写字母、数字和连字符。`);
    const code =
      SLUG.test(given) && !/^\d+$/u.test(given)
        ? given
        : unitCodeOf(this.jurisdiction.code, form, (one) => this.#codes.has(one));
    this.#codes.add(code);
    const kind = kindOfUnit(name, cell(this.columns.kind));
    const unit = { code, name, kind, aliases: [], group: kind === 'group', row, memberNames: [] };
    this.#units.set(form, unit);
    return unit;
  }

  #fail(row: number, message: string): void {
    this.#problems.push({ row, message });
  }

  done(): UnitList {
    const listed = [...this.#units.values()];
    const units = listed.map(({ row, memberNames, ...unit }) => {
      if (!unit.group) return unit;
      const members = memberNames.flatMap((name) => {
        const member = this.#units.get(this.#normalForm(name));
        if (!member) this.#fail(row, `“${unit.name}”的成员“${name}”不在名单中。`);
        return member ? [member.code] : [];
      });
      return { ...unit, members };
    });
    if (units.length === 0) this.#fail(0, '名单中没有单位。');
    const checked = unitSeedSchema.safeParse({
      schema: 'luoshi.units/1',
      jurisdiction: this.jurisdiction,
      units,
    });
    if (this.#problems.length > 0) return { ok: false, problems: this.#problems };
    if (checked.success) return { ok: true, units: checked.data, people: this.#people };
    return {
      ok: false,
      problems: checked.error.issues.map(({ path, message }) => ({
        row: (path[0] === 'units' ? listed[Number(path[1])]?.row : undefined) ?? 0,
        message,
      })),
    };
  }
}

const split = (text: string): string[] =>
  text
    .split(SEPARATOR)
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== '/' && one !== '无');
