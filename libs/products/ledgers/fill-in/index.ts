export * from './fill-in.js';
export { fillInSheet, type FillInRow } from './fill-in-sheet.js';
export { identitySheet, readIdentity, signedText, type ReadIdentity } from './identity-sheet.js';
export { judgeRows, type JudgedRow, type RowFault, type RowOutcome } from './judge-rows.js';
export { headerOf, markedSheets, remaining } from './marked-workbook.js';
export { readFillIn, type ReadFillIn, type StrayRow, type TypedRow } from './read-fill-in.js';
export { readNumber, readPercent, readWords, readYesNo, type Read } from './read-values.js';
