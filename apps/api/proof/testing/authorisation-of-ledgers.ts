import type { Authorisation } from './authorisation.js';

/** 台账: who files reports uploads them as a workbook; which rows are theirs to file is judged row by row. */
export const LEDGER_AUTHORISATION: Readonly<Record<string, Authorisation>> = {
  checkLedger: { may: ['leadUnitHead', 'liaison'] },
  fileLedger: { may: ['leadUnitHead', 'liaison'] },
};
