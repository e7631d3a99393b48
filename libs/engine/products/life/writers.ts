import type { ProductKindCode } from '#products';
import type { WriteProduct } from './product-text.js';

/** Who writes what: the kinds whose text is made from the record. Ledgers are workbooks, notices are the ladder's. */
const WRITERS: Partial<Record<ProductKindCode, WriteProduct>> = {};

export const writerOf = (kind: ProductKindCode): WriteProduct | null => WRITERS[kind] ?? null;
