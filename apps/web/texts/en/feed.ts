import type { SpokenFile } from './spoken.js';

export const feed: SpokenFile<typeof import('../zh/feed.js')> = {
  feedTexts: {
    title: 'Calendar subscription',
    what: "See your unit's reports, duties and tasks that fall due in the calendar of your telephone or computer, with a reminder the day before. Add the address below as a subscribed calendar; it stays up to date by itself.",
    secret:
      'Whoever knows this address can see these dates. It is shown only once; if it leaked, make a new one, and the old one stops working.',
    none: 'No address yet',
    made: (at) => `Address made ${at}`,
    neverRead: 'No calendar has read it yet',
    read: (at) => `Last read by a calendar: ${at}`,
    make: 'Make an address',
    renew: 'Make a new address',
    stop: 'Stop',
    copy: 'Copy',
    copied: 'Address copied',
    copyFailed: 'Could not copy: please select the address by hand',
    stopped: 'Stopped; the address can no longer be read',
    address: 'Address',
  },
};
