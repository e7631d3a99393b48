import type { Role } from '#accountability';
import type { Authorisation } from './authorisation.js';

const UNIT: readonly Role[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];
const LOOK: readonly Role[] = [
  'supervisor',
  'headquartersOffice',
  'commander',
  'deputyCommander',
  'auditor',
  'assessor',
];

/** 考核: who scores organises it; units see their own and object; who leads and checks looks on. */
export const ASSESSMENT_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  scoringScheme: { may: [...UNIT, ...LOOK], of: 'plan' },
  whatIf: { may: LOOK, of: 'plan' },
  assessments: { may: [...UNIT, ...LOOK], of: 'plan' },
  openAssessment: { may: ['assessor'], of: 'plan', body: () => ({ period: '2024-H1' }) },
  assessment: { may: [...UNIT, ...LOOK], of: 'assessment' },
  assessmentUnit: { may: [...UNIT, ...LOOK], of: 'assessment', params: { unit: { thing: 'unit' } } },
  assessmentFile: { may: [...UNIT, ...LOOK], of: 'assessment', params: { format: 'json' } },
  objectToAssessment: {
    may: UNIT,
    of: 'assessment',
    body: () => ({ line: 'signing', statement: '已按时签收', evidence: ['签收单'] }),
  },
  decideObjection: {
    may: ['assessor'],
    of: 'assessment',
    params: { objection: { thing: 'objection' } },
    body: () => ({ decision: 'rejected', reason: '记录无误' }),
  },
  actOnAssessment: {
    may: ['assessor'],
    of: 'assessment',
    params: { action: 'withdraw' },
    body: () => ({ reason: '重新组织' }),
    late: true,
  },
};
