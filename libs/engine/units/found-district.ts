import { identifierOf, unitIdOf, type Policy } from '#accountability';
import type { CalendarData, Instant } from '#calendar';
import {
  foundJurisdiction,
  insertCalendarVersion,
  insertPolicyVersion,
  insertSuccessions,
  insertUnits,
  type Transaction,
} from '#persistence';
import { unitDirectory, type UnitSeed } from '#plan';
import type { Scheme } from '#scoring';
import { putInForce } from '../scoring/adopt-scheme.js';
import { recordSetting } from '../trail/index.js';

export interface FoundDistrict {
  /** The jurisdiction that the units name must be that of the transaction. */
  units: UnitSeed;
  calendar: CalendarData;
  policy: Policy;
  /** By which units are scored until another scheme is put in force; left out: none yet. */
  scheme?: Scheme;
  at: Instant;
}

/**
 * Founds a jurisdiction: its calendar, its rules, its units with what they were before. Nobody is in it yet.
 *
 * @throws where it is there already
 */
export async function foundDistrict(
  tx: Transaction,
  { units, calendar, policy, scheme, at }: FoundDistrict,
): Promise<{ units: number }> {
  const { jurisdictionId } = tx.scope;
  const { code, name, fullPrefixes, shortPrefix } = units.jurisdiction;
  if (code !== jurisdictionId) throw new Error(`the units are those of ${code}, not of ${jurisdictionId}`);
  await foundJurisdiction(tx, {
    name,
    level: levelOf(code),
    calendarId: calendar.id,
    at,
    fullPrefixes,
    shortPrefix,
  });
  await insertCalendarVersion(tx, { id: calendar.id, version: calendar.version, body: calendar, at });
  await insertPolicyVersion(tx, { id: policy.id, version: policy.version, body: policy, at });
  if (scheme) await putInForce(tx, { scheme, planId: null, reason: '建立辖区时启用', at, by: null });
  const directory = unitDirectory(units);
  await insertUnits(
    tx,
    [...directory.units.values()].map((unit) => ({
      id: unitIdOf(jurisdictionId, unit.code),
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      isGroup: unit.group,
      aliases: unit.aliases,
      desks: unit.desks,
      members: unit.members ?? [],
      functions: unit.functions,
    })),
  );
  const idOf = (unit: string): string => unitIdOf(jurisdictionId, unit);
  await insertSuccessions(
    tx,
    [...directory.successions.values()].flat().map(({ predecessor, successor, kind, from, reason }) => ({
      id: identifierOf(idOf(predecessor), 'succession', idOf(successor), '0'),
      predecessorId: idOf(predecessor),
      successorId: idOf(successor),
      kind,
      from,
      reason,
      at,
      by: null,
    })),
  );
  await recordSetting(tx, {
    action: 'jurisdictionFounded',
    target: { kind: 'jurisdiction', id: jurisdictionId },
    details: {
      units: directory.units.size,
      calendar: { id: calendar.id, version: calendar.version },
      policy: { id: policy.id, version: policy.version },
    },
    after: { name, fullPrefixes, shortPrefix },
  });
  return { units: directory.units.size };
}

/** GB/T 2260: 43 0000 is a province, 4308 00 a prefecture, the others counties and districts. */
function levelOf(code: string): 'province' | 'prefecture' | 'county' {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}
