export { acknowledgeLetter, openLetter, type OpenedLetter } from './open-letter.js';
export { recordCall, type RecordCallCommand } from './record-call.js';
