import type { Role } from '#accountability';
import { UNITS } from '../../testing/district.js';
import type { Authorisation } from './authorisation.js';

/** 单位目录: its keepers read it; it is configuration, and so the system administrator's alone to change. */
const READERS: readonly Role[] = [
  'administrator',
  'securityAdministrator',
  'auditAdministrator',
  'headquartersOffice',
  'auditor',
];
const KEEPER: readonly Role[] = ['administrator'];
const reason = '机构改革';

export const UNIT_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  unitRecords: { may: READERS },
  unitRecord: { may: READERS, of: 'unit' },
  registerUnit: { may: KEEPER, body: (_, { role }) => ({ name: `区低空经济办${role}`, reason }) },
  learnUnitAlias: {
    may: KEEPER,
    of: 'unit',
    body: () => ({ printed: '区农委', learnedFrom: '区政办发〔2024〕2号' }),
  },
  takeBackUnitAlias: {
    may: KEEPER,
    of: 'unit',
    body: () => ({ printed: '区农业委员会', reason }),
    orNotThere: 'nobody has learned this name in this world',
  },
  succeedUnit: {
    may: KEEPER,
    of: 'unit',
    body: () => ({
      kind: 'merge',
      successorIds: [UNITS.office.id],
      from: '2024-11-01',
      reason,
      dryRun: true,
    }),
  },
  takeBackUnitSuccession: { may: KEEPER, of: 'unit', body: () => ({ reason }) },
  setGroupMembers: { may: KEEPER, of: 'unit', body: () => ({ memberIds: [], reason }) },
};
