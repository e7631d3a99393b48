import { directoryRows, type DirectoryRows, type Transaction } from '#persistence';
import { UNIT_KINDS, unitDirectory, type UnitDirectory, type UnitKind, type UnitSeedUnit } from '#plan';

const LEVEL_WORD = /(自治区|自治州|自治县|自治旗|地区|新区|[省市县区州旗盟镇乡])$/u;

/**
 * The unit directory of a jurisdiction as the record has it now: founded units, those registered since, learned names,
 * successions. Units are known by their codes; `readDirectory` has the ids as well.
 *
 * @throws where the jurisdiction of the transaction is not in the record
 */
export async function directoryOf(tx: Transaction): Promise<UnitDirectory> {
  return (await readDirectory(tx)).directory;
}

export interface RecordedDirectory {
  directory: UnitDirectory;
  /** Unit ids by code. */
  idOfUnit: ReadonlyMap<string, string>;
  /** Codes by unit id. */
  codeOfUnit: ReadonlyMap<string, string>;
}

/** The directory with the ids that the record knows its units by. @throws where there is no such jurisdiction */
export async function readDirectory(tx: Transaction): Promise<RecordedDirectory> {
  const rows = await directoryRows(tx);
  if (rows === null) throw new Error(`jurisdiction ${tx.scope.jurisdictionId} is not in the record`);
  return {
    directory: toDirectory(tx.scope.jurisdictionId, rows),
    idOfUnit: new Map(rows.units.map(({ code, id }) => [code, id])),
    codeOfUnit: new Map(rows.units.map(({ code, id }) => [id, code])),
  };
}

function toDirectory(code: string, rows: DirectoryRows): UnitDirectory {
  const { name, fullPrefixes, shortPrefix } = rows.jurisdiction;
  return unitDirectory(
    {
      schema: 'luoshi.units/1',
      // A record that was founded before prefixes were kept: what its name tells.
      jurisdiction: {
        code,
        name,
        fullPrefixes: fullPrefixes.length > 0 ? fullPrefixes : [name],
        shortPrefix: shortPrefix !== '' ? shortPrefix : (LEVEL_WORD.exec(name)?.[1] ?? name),
      },
      units: rows.units.map((unit): UnitSeedUnit => ({
        code: unit.code,
        name: unit.name,
        kind: kindOf(unit.kind),
        aliases: unit.aliases,
        desks: unit.desks.map((desk) => ({ ...desk, aliases: desk.aliases ?? [] })),
        group: unit.isGroup,
        members: unit.members,
        functions: unit.functions as UnitSeedUnit['functions'],
      })),
    },
    rows.aliases,
    rows.successions,
  );
}

const kindOf = (kind: string): UnitKind => UNIT_KINDS.find((known) => known === kind) ?? 'other';
