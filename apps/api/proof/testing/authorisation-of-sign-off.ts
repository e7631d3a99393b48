import { ROLES, SIGN_OFF } from '#accountability';
import type { Authorisation } from './authorisation.js';
import type { Things } from './things.js';

const some = (own: Things['own']): { obligationIds: string[] } => ({ obligationIds: [own.obligation ?? ''] });

/** 负责人审签: a unit's own matter. In the matrix nothing waits, and no unit wants it: that is said to who may, after the rest. */
export const SIGN_OFF_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  sendForSignOff: {
    may: SIGN_OFF.send,
    of: 'sitting',
    body: ({ obligation }) => ({
      reports: [{ obligationId: obligation ?? '', progress: 10, done: '完成选址' }],
    }),
  },
  takeBackFromSignOff: { may: SIGN_OFF.takeBack, of: 'sitting', body: some },
  signOff: { may: SIGN_OFF.sign, of: 'sitting', body: some },
  returnFromSignOff: {
    may: SIGN_OFF.return,
    of: 'sitting',
    body: (own) => ({ ...some(own), remark: '请写明原因' }),
  },
  unitSignOff: { may: ROLES, of: 'unit' },
  turnSignOff: { may: SIGN_OFF.turn, of: 'unit', body: () => ({ wanted: false }) },
};
