import { listUnitAliases, type UnitAliasRow } from '#persistence';
import { successorsOf, UNIT_KIND_LABELS, type UnitKind } from '#plan';
import { table } from '../terminal/table.js';
import { withUnits, type UnitsOptions } from './units-of-record.js';

export interface ListedUnit {
  code: string;
  name: string;
  kind: UnitKind;
  aliases: string[];
  desks: string[];
  /** Names, of a group. */
  members: string[];
  /** What became of it, in words; null as a rule. */
  succeeded: string | null;
}

export interface ListedUnits {
  units: ListedUnit[];
  /** Names that persons have said belong to a unit. */
  learned: UnitAliasRow[];
}

/** The unit directory of a jurisdiction. @throws CliError NOT_LOADED */
export const listUnits = (options: UnitsOptions): Promise<ListedUnits> =>
  withUnits(options, async ({ tx, directory }) => ({
    units: [...directory.units.values()]
      .sort((a, b) => Number(a.group) - Number(b.group) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
      .map((unit) => ({
        code: unit.code,
        name: unit.name,
        kind: unit.kind,
        aliases: unit.aliases,
        desks: unit.desks.map(({ name }) => name),
        members: (unit.members ?? []).map((code) => directory.units.get(code)?.name ?? code),
        succeeded: successorsOf(unit.code, directory).note,
      })),
    learned: await listUnitAliases(tx),
  }));

export function unitsText({ units, learned }: ListedUnits): string {
  const rows = units.map((unit) => [
    unit.name,
    UNIT_KIND_LABELS[unit.kind],
    [
      ...unit.aliases,
      ...learned.filter(({ unitName }) => unitName === unit.name).map(({ printed }) => printed),
    ].join('、'),
    unit.succeeded ?? (unit.members.length > 0 ? `成员：${unit.members.join('、')}` : unit.desks.join('、')),
    unit.code,
  ]);
  return `${table(['名称', '类别', '别名', '说明', '编号'], rows)}\n\n共 ${units.length} 个单位，其中学到的别名 ${learned.length} 个。\n`;
}
