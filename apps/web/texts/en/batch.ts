import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const batch: SpokenFile<typeof import('../zh/batch.js')> = {
  batchText: {
    button: (label, n) => `${label}: ${n}`,
    title: (label, n) => `${label}: ${plural(n, 'item')} of the list`,
    ended: (label) => `${label}: what became of it`,
    can: (label) => (n) =>
      n === 0 ? `Nothing here allows "${label}".` : `"${label}" is possible for ${plural(n, 'item')}.`,
    cannot: (n) => `${plural(n, 'item')} cannot be done and will not be sent:`,
    done: (label) => (n) => (n === 0 ? `${label}: none was done.` : `${label}: ${plural(n, 'item')} done.`),
    refused: (n) => `${plural(n, 'item')} failed:`,
    which: 'Which ones',
    running: (n, of) => `Working, ${n} of ${of}`,
    close: 'Close',
  },
};
