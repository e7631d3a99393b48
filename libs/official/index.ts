/** Official documents (公文): what they say, and how they are written, printed and checked after GB/T 9704-2012. */
export {
  documentNumberText,
  type Annex,
  type DocumentNumber,
  type Foot,
  type OfficialDocument,
  type OfficialForm,
  type Signature,
} from './model/official-document.js';
export type { Block, Heading, Paragraph, Picture, Table, TableColumn } from './model/block.js';
export {
  figure,
  plainText,
  strong,
  text,
  type FigureRun,
  type Inline,
  type TextRun,
} from './model/inline.js';
export { editableLine, isEdited } from './edit/editable-line.js';
export { editableBody, editedBody, type EditedBlock, type EditProblem } from './edit/edited-body.js';
export { figuresOf, linesOf } from './edit/figures-of.js';
export { hasEdits, refreshedBody, type Refreshed } from './edit/refreshed-body.js';
export { issuedBody } from './edit/issued-body.js';
export { writeHtml, type HtmlOptions } from './page/write-html.js';
export { PAGE_STYLE } from './page/page-style.js';
export { paperOf, type Paper } from './page/paper-of.js';
export { headingCounter } from './compose/level-number.js';
export { pictureCaption, pictureCounter } from './compose/picture-caption.js';
export { hasPictures, prepareToWrite, writeDocx, writePdf, writePng, writeSheetsPdf } from './writers.js';
export { drawnPictures } from './picture/drawn-pictures.js';
export { drawChart } from './picture/draw-chart.js';
export type { WriteOptions } from './write-options.js';
export { checkDocument, checkOwnDocument } from './check/check-document.js';
export type { Finding, FindingCode } from './check/finding.js';
