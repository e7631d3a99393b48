import { figuresOf, type OfficialDocument } from '#official';
import {
  dispatchBrief,
  monthlyBulletin,
  publication,
  quarterlyReview,
  type PeriodFacts,
  type ProductKindCode,
  type ProductScope,
} from '#products';
import { readPeriodFacts } from '../facts/index.js';
import type { WantedProduct, WriteProduct } from './product-text.js';

/** What is written from the facts of a period. */
const ofPeriod =
  (write: (facts: PeriodFacts) => OfficialDocument): WriteProduct =>
  async (context, tx, wanted) => {
    const scope = scopeOf(wanted);
    if (scope === null) return null;
    const facts = await readPeriodFacts(context, tx, { planId: wanted.planId, scope, period: wanted.period });
    // Before the first task was dispatched there is nothing that could be on time or late.
    if (facts === null || facts.record.tasks.every(({ stood }) => (stood.at(-1) ?? null) === null))
      return null;
    const document = write(facts);
    return { document, figures: figuresIn(document, facts) };
  };

/** Of the facts those that stand in the document, each with what it was counted from. */
function figuresIn({ body, annexes }: OfficialDocument, { book }: PeriodFacts): Record<string, unknown> {
  const blocks = [...body, ...annexes.flatMap((annex) => annex.body)];
  const names = [...figuresOf(blocks).keys()].filter((name) => book.has(name)).sort();
  return Object.fromEntries(
    names.map((name) => {
      const { value, printed, of } = book.fact(name);
      return [name, { value, printed, of }];
    }),
  );
}

function scopeOf({ scopeKind, scopeId }: WantedProduct): ProductScope | null {
  switch (scopeKind) {
    case 'plan':
      return { per: 'plan' };
    case 'action':
      return { per: 'action', actionId: scopeId };
    case 'unit':
      return { per: 'unit', unitId: scopeId };
    default:
      return null;
  }
}

/** Who writes what: the kinds whose text is made from the record. Ledgers are workbooks, notices are the ladder's. */
const WRITERS: Partial<Record<ProductKindCode, WriteProduct>> = {
  dispatchBrief: ofPeriod(dispatchBrief),
  monthlyBulletin: ofPeriod(monthlyBulletin),
  publication: ofPeriod(publication),
  quarterlyReview: ofPeriod(quarterlyReview),
};

export const writerOf = (kind: ProductKindCode): WriteProduct | null => WRITERS[kind] ?? null;
