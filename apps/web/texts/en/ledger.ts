import { plural } from './plural.js';
import type { SpokenFile } from './spoken.js';

export const ledger: SpokenFile<typeof import('../zh/ledger.js')> = {
  ledgerText: {
    title: 'File by workbook',
    hint: 'Download it, fill it in offline with WPS or Excel, and upload it: good rows are filed at once, the others come back.',
    hintToHead:
      "Filled in offline with WPS or Excel, then uploaded: good rows go to the unit's head, the others come back.",
    download: 'Download the workbook',
    upload: 'Upload the filled-in workbook',
    dialog: (period) => `Upload a ledger: ${period}`,
    prompt:
      'It is first tried row by row; nothing is filed until you confirm. Only .xlsx; save old .xls or .et files as .xlsx first.',
    choose: 'Choose a file',
    again: 'Choose again',
    reading: 'Reading…',
    go: (rows) => (rows === 0 ? 'No row to file' : `File ${plural(rows, 'row')}`),
    close: 'Close',
    tried: 'Tried, nothing filed yet',
    done: (rows) => `${plural(rows, 'row')} filed`,
    summary: (counts) => counts.map(([label, count]) => `${label}: ${plural(count, 'row')}`).join(', '),
    late: 'counts as late',
    stillOwed: (unit, period, rows) =>
      `${unit} still owes ${plural(rows, 'report')} for ${period}; reminders go on until they are filed.`,
    toHead: (unit, period) =>
      `${unit}, ${period}: good rows go to the unit's head and are filed once signed; time runs until then.`,
    complete: (unit, period) => `${unit} has filed everything for ${period}.`,
    completeAfter: (unit, period) => `With this, ${unit} has filed everything for ${period}.`,
    marked: 'Download the remaining rows (with reasons)',
    markedHint: 'It holds the rows that were not filed with what you typed: mend and upload them again.',
    missingColumns: (columns) => `Column "${columns}" was not found and counts as empty.`,
    strays:
      'Rows that belong to nothing owed were not filed; they are in the workbook of the remaining rows:',
    place: 'Place',
    task: 'Task',
    result: 'Result',
    what: 'Note',
    row: (row) => `Row ${row}`,
    progress: (value) => `progress ${value}%`,
    untouched: (rows) => `${plural(rows, 'row')} left empty, not filed.`,
  },
};
