import { DECIDERS_OF_HANDED_DOWN, HANDERS_DOWN, ROLES, type Role } from '#accountability';
import type { Authorisation } from './authorisation.js';

const LOOK_ABOVE: readonly Role[] = [
  'supervisor',
  'headquartersOffice',
  'commander',
  'deputyCommander',
  'auditor',
];

/** 上级交办、下级进展: what jurisdictions above and below have to do with each other. */
export const CASCADE_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  jurisdiction: { may: ROLES },
  taskCascade: { may: ROLES, of: 'task' },
  lowerProgress: { may: ROLES, of: 'task' },
  handDown: {
    may: HANDERS_DOWN,
    of: 'task',
    body: () => ({ to: ['430812'], requirement: '请落实' }),
  },
  handDownItem: { may: ROLES, of: 'handDown', orNotThere: 'nothing is handed down in this world' },
  answerHandDown: {
    may: HANDERS_DOWN,
    of: 'handDown',
    body: () => ({ answer: '包括' }),
    orNotThere: 'nothing is handed down in this world',
  },
  recallHandDown: {
    may: HANDERS_DOWN,
    of: 'handDown',
    body: () => ({ reason: '调整' }),
    orNotThere: 'nothing is handed down in this world',
  },
  handedDownTasks: { may: LOOK_ABOVE },
  handedDownTask: {
    may: LOOK_ABOVE,
    of: 'handedDownTask',
    orNotThere: 'nobody stands above in this world',
  },
  adoptHandedDown: {
    may: DECIDERS_OF_HANDED_DOWN,
    of: 'handedDownTask',
    body: (of) => ({ planId: of.plan ?? '', actionCode: 'A1', leadUnitIds: [of.unit ?? ''] }),
    orNotThere: 'nobody stands above in this world',
  },
  declineHandedDown: {
    may: DECIDERS_OF_HANDED_DOWN,
    of: 'handedDownTask',
    body: () => ({ reason: '不属本区职责' }),
    orNotThere: 'nobody stands above in this world',
  },
  askAboutHandedDown: {
    may: DECIDERS_OF_HANDED_DOWN,
    of: 'handedDownTask',
    body: () => ({ question: '是否包括民办学校？' }),
    orNotThere: 'nobody stands above in this world',
  },
};
