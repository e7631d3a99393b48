import type { SpokenFile } from './spoken.js';

export const inbox: SpokenFile<typeof import('../zh/inbox.js')> = {
  inboxText: {
    title: 'Inbox',
    messages: 'Messages',
    notices: 'Notices',
    unread: (n) => `${n} unread`,
    none: 'No messages',
    noneHint: 'Reminders, returns and notices arrive here.',
    noNotices: 'No notices',
    noNoticesHint: 'Notices issued to you or your unit are shown here.',
    markAll: 'Mark all as read',
    open: 'Open what it is about',
    openNotice: 'Read the notice',
    openProduct: 'Read and acknowledge',
    noNumber: 'No number yet',
    issuedAt: (when) => `issued ${when}`,
    draftedAt: (when) => `drafted ${when}`,
    appealed: (when) => `appealed ${when}`,
    appealOpen: (due) =>
      due === null
        ? 'the supervision office has yet to decide'
        : `the supervision office is to decide by ${due}`,
    appealUpheld: (when) => `upheld ${when}, the notice is rescinded`,
    appealRejected: (when) => `rejected ${when}`,
    acknowledgedAt: (when) => `acknowledged ${when}`,
    notAcknowledged: 'Not acknowledged',
    acknowledged: 'Acknowledged',
    isUnread: 'Unread',
    onlyUnread: 'Unread only',
    noneUnread: 'No unread messages',
    noneOfThese: 'No notice meets these conditions',
    kind: 'Kind',
    anyKind: 'All kinds',
    state: 'State',
    anyState: 'All states',
    unit: 'Unit',
    anyUnit: 'All units',
  },
};
