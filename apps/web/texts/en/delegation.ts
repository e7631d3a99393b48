import type { SpokenFile } from './spoken.js';

export const delegation: SpokenFile<typeof import('../zh/delegation.js')> = {
  delegationTexts: {
    tab: 'Acting for others',
    hint: "During leave or travel, somebody of your unit or office can act for you. Everything is recorded as done by one for the other, both are told, and the supervision office can see it. Acceptance, supervision, assessment, audit and the three administrators' roles cannot be lent.",
    none: 'Nobody acts for anybody.',
    nothingToLend: 'None of your roles can be lent.',
    begin: 'Let somebody act for me',
    acts: (delegate, delegator) => `${delegate} for ${delegator}`,
    days: (from, to) => `${from} to ${to}`,
    end: 'End',
    endedByHand: 'Ended early',
    who: 'Who acts',
    roles: 'Roles',
    from: 'First day',
    to: 'Last day',
    reason: 'Reason',
    required: 'Required',
    submit: 'Let act',
    cancel: 'Cancel',
  },
};
