export { produceProduct, productIdOf, type ProduceCommand } from './produce-product.js';
export {
  abandonProduct,
  editProduct,
  refreshProduct,
  returnProduct,
  reviewProduct,
  type EditProductCommand,
} from './change-draft.js';
export { issueProduct } from './issue-product.js';
export { previewIssue, type IssuePreviewed } from './issue-preview.js';
export {
  acknowledgeProduct,
  correctProduct,
  withdrawProduct,
  type WithdrawProductCommand,
} from './after-issue.js';
export { placeOfProduct, productActName, productStateLabel, type ProductCommand } from './at-product.js';
export { makerOf, mayMake, productActs, type ProductAct } from './product-acts.js';
export { figuresChangedSince, type ChangedFigure } from './figures-changed-since.js';
export { produceDueProducts } from './produce-due.js';
export type { ProductText, WantedProduct, WriteProduct } from './product-text.js';
