/** The hyphen of a code such as `A6-06`: no line ends at it. */
export const HYPHEN_OF_CODE = /(?<=[0-9A-Za-z])-(?=[0-9])/u;

const CODE = '[0-9A-Za-z]+(?:-[0-9]+)+';
const DATE = '[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日';

/** In running text a code stays in one line. */
export const HELD_IN_TEXT = new RegExp(CODE, 'gu');
/** In a cell, whose lines are short, a date stays in one line as well. */
export const HELD_IN_CELL = new RegExp(`${CODE}|${DATE}`, 'gu');
/** What a line of text in a cell is set from: a date, figures and letters that belong together, a character. */
export const PIECE_OF_CELL = new RegExp(`${DATE}|[!-~]+|\\s|.`, 'gsu');
/** The same of running text, in which a date may go over two lines. */
export const PIECE_OF_TEXT = /[!-~]+|\s|./gsu;
