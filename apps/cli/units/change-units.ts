import {
  learnAlias,
  registerUnit,
  setGroupMembers,
  succeedUnit,
  takeBackAlias,
  takeBackSuccessionOf,
  type RegisteredUnit,
} from '#engine';
import {
  kindOfUnit,
  SUCCESSION_KINDS,
  UNIT_KIND_LABELS,
  UNIT_KINDS,
  type SuccessionKind,
  type UnitKind,
} from '#plan';
import { CliError } from '../cli-error.js';
import { accepted, withUnits, type UnitsOptions } from './units-of-record.js';

const NOBODY = null;

/** Puts a unit into the record; its kind is taken from its name where none is given. @throws CliError REFUSED */
export const addUnit = (
  name: string,
  options: UnitsOptions & { kind?: string; alias?: string[]; member?: string[] },
): Promise<RegisteredUnit> =>
  withUnits(options, async ({ tx, at, idOf }) =>
    accepted(
      await registerUnit(tx, {
        name,
        kind: kindGiven(name, options.kind),
        aliases: options.alias,
        memberIds: options.member?.map(idOf),
        reason: '命令行登记',
        by: NOBODY,
        at,
      }),
    ),
  );

/** Says that a name means a unit, or takes that back. @throws CliError REFUSED */
export const aliasUnit = (
  printed: string,
  unit: string | undefined,
  options: UnitsOptions & { from?: string; undo?: boolean },
): Promise<{ printed: string; learned: boolean; takenBack: boolean }> =>
  withUnits(options, async ({ tx, at, idOf }) => {
    if (options.undo === true) {
      accepted(await takeBackAlias(tx, { printed, by: NOBODY, at }));
      return { printed, learned: false, takenBack: true };
    }
    if (unit === undefined) throw new CliError('REFUSED', `请写明“${printed}”指哪个单位。`);
    const learnedFrom = options.from ?? '命令行登记';
    const { learned } = accepted(
      await learnAlias(tx, { printed, unitId: idOf(unit), learnedFrom, by: NOBODY, at }),
    );
    return { printed, learned, takenBack: false };
  });

export interface Succeeded {
  note: string;
  /** Tasks that are still led by the unit that was: a person reassigns them. */
  tasksToReassign: number;
}

/** Records that a unit was renamed, merged or split, or takes that back. @throws CliError REFUSED */
export const succeedUnits = (
  predecessor: string,
  successors: readonly string[],
  options: UnitsOptions & { kind: string; from?: string; reason?: string; undo?: boolean },
): Promise<Succeeded> =>
  withUnits(options, async ({ tx, at, idOf }) => {
    const predecessorId = idOf(predecessor);
    if (options.undo === true) {
      accepted(await takeBackSuccessionOf(tx, { predecessorId, by: NOBODY, at }));
      return { note: `已撤销“${predecessor}”的沿革。`, tasksToReassign: 0 };
    }
    const { from } = options;
    if (from === undefined || !isCivilDate(from))
      throw new CliError('REFUSED', '请用 --from 写明起始日期，如 2024-11-01。');
    const { note, tasksToReassign } = accepted(
      await succeedUnit(tx, {
        predecessorId,
        successorIds: successors.map(idOf),
        kind: kindOf(options.kind),
        from,
        reason: options.reason ?? '',
        by: NOBODY,
        at,
      }),
    );
    return { note, tasksToReassign };
  });

/** Says which units a group stands for. @throws CliError REFUSED */
export const groupUnits = (
  group: string,
  members: readonly string[],
  options: UnitsOptions,
): Promise<{ members: number }> =>
  withUnits(options, async ({ tx, at, idOf }) =>
    accepted(
      await setGroupMembers(tx, {
        groupId: idOf(group),
        memberIds: members.map(idOf),
        reason: '命令行登记',
        by: NOBODY,
        at,
      }),
    ),
  );

/** A kind by its identifier or its Chinese name; left out: as the unit's name tells. */
function kindGiven(name: string, given: string | undefined): UnitKind {
  if (given === undefined) return kindOfUnit(name, '');
  const kind = UNIT_KINDS.find((known) => known === given || UNIT_KIND_LABELS[known] === given);
  if (kind !== undefined) return kind;
  throw new CliError(
    'REFUSED',
    `没有“${given}”这一类别，可用：${Object.values(UNIT_KIND_LABELS).join('、')}。`,
  );
}

function kindOf(given: string): SuccessionKind {
  const kind = SUCCESSION_KINDS.find((known) => known === given);
  if (kind !== undefined) return kind;
  throw new CliError(
    'REFUSED',
    `没有“${given}”这种沿革，可用：rename（更名）、merge（并入）、split（拆分）。`,
  );
}

const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
