/** Rows of any number written as a file, piece by piece: what is not yet wanted by the reader is not yet made. */
export { csvPieces } from './csv-pieces.js';
export { jsonArrayPieces, jsonLinePieces } from './json-pieces.js';
export { fileDisposition } from './file-disposition.js';
export { writeSheet } from './write-sheet.js';
export type { Cell } from './cell.js';
