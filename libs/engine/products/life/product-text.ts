import type { OfficialDocument } from '#official';
import type { Transaction } from '#persistence';
import type { FactBook, ProductKindCode, ProductScopeKind } from '#products';
import type { EngineContext } from '../../engine-context.js';

/** Which product is meant: of what kind, about what, for which period. */
export interface WantedProduct {
  kind: ProductKindCode;
  planId: string;
  scopeKind: ProductScopeKind;
  scopeId: string;
  /** A period's key; of what has none the day (`2024-05-20`). */
  period: string;
  /** The period counted by all that is known now, and not as it was known at its end: of a correction. */
  byAllThatIsKnown?: boolean;
  /** Of a correction: the edition that it takes the place of. */
  corrects?: number;
}

/** What a product says, with each figure that stands in it by its name. */
export interface ProductText {
  document: OfficialDocument;
  figures: Readonly<Record<string, unknown>>;
  /** Everything that it could have spoken of. */
  book: FactBook;
}

/** Reads the facts of a product and puts them into words; null where there is nothing to write about. */
export type WriteProduct = (
  context: EngineContext,
  tx: Transaction,
  wanted: WantedProduct,
) => Promise<ProductText | null>;
