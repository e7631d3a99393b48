import { civilDateOf, periodFromKey, type Instant } from '#calendar';
import { figuresOf, type OfficialDocument } from '#official';
import {
  correctionFacts,
  PRODUCT_DOCUMENTS,
  type FactBook,
  type PeriodFacts,
  type ProductKindCode,
  type ProductScope,
} from '#products';
import { latestPolicyVersion, type Transaction } from '#persistence';
import type { EngineContext } from '../../engine-context.js';
import { personScope } from '../facts/person-scope.js';
import { planRow } from '../facts/plan-rows.js';
import { readAssessmentFacts, readCaseFacts, readMeetingFacts, readPeriodFacts } from '../facts/index.js';
import { publicFacts } from '../../publication/public-facts.js';
import { underItsIssuers } from './issuers-of.js';
import type { ProductText, WantedProduct, WriteProduct } from './product-text.js';

/** What is written from the facts of a period. */
const ofPeriod =
  (write: (facts: PeriodFacts) => OfficialDocument, narrowed = asTheyAre): WriteProduct =>
  async (context, tx, wanted) => {
    const scope = wanted.scopeKind === 'person' ? await ofPerson(context, tx, wanted) : scopeOf(wanted);
    if (scope === null) return null;
    const facts = await readPeriodFacts(context, tx, {
      planId: wanted.planId,
      scope,
      period: wanted.period,
      ...(wanted.byAllThatIsKnown === true && { asOf: context.clock.now() }),
    });
    // Before the first task was dispatched there is nothing that could be on time or late.
    if (facts === null || facts.record.tasks.every(({ stood }) => (stood.at(-1) ?? null) === null))
      return null;
    const own = await asCorrection(tx, wanted, await narrowed(context, tx, facts));
    return textOf(write(own), own.book);
  };

/** Which of the facts a kind may be written from: all, for what stays in the house. */
const asTheyAre: typeof publicFacts = (_context, _tx, facts) => Promise.resolve(facts);

const assessment: WriteProduct = async (context, tx, wanted) => {
  const read = await readAssessmentFacts(context, tx, { planId: wanted.planId, year: wanted.period });
  const facts = read && (await asCorrection(tx, wanted, read));
  return facts && textOf(PRODUCT_DOCUMENTS.annualAssessment(facts), facts.book);
};

const special: WriteProduct = async (context, tx, wanted) => {
  const read = await readCaseFacts(context, tx, { taskId: wanted.scopeId });
  const facts = read && (await asCorrection(tx, wanted, read));
  return facts && textOf(PRODUCT_DOCUMENTS.specialReport(facts), facts.book);
};

const minutes: WriteProduct = async (context, tx, wanted) => {
  const read = await readMeetingFacts(context, tx, { meetingId: wanted.scopeId });
  const facts = read && (await asCorrection(tx, wanted, read));
  return facts && textOf(PRODUCT_DOCUMENTS.meetingMinutes(facts), facts.book);
};

/** The facts, of a correction with what it takes the place of. */
async function asCorrection<T extends Parameters<typeof correctionFacts>[0]>(
  tx: Transaction,
  { kind, planId, scopeKind, scopeId, period, corrects }: WantedProduct,
  facts: T,
): Promise<T> {
  if (corrects === undefined) return facts;
  const [before] = await tx.query<{
    title: string;
    number: string | null;
    issuedAt: Instant;
    withdrawnAt: Instant | null;
  }>(
    `select document->>'title' as title, number, issued_at as "issuedAt", withdrawn_at as "withdrawnAt" from product
     where jurisdiction_id = $1 and kind = $2 and plan_id = $3 and scope_kind = $4 and scope_id = $5 and period = $6
       and edition = $7 and issued_at is not null`,
    [tx.scope.jurisdictionId, kind, planId, scopeKind, scopeId, period, corrects],
  );
  if (before === undefined) return facts;
  return correctionFacts(facts, {
    title: before.title,
    number: before.number,
    issuedOn: civilDateOf(before.issuedAt),
    withdrawnOn: before.withdrawnAt === null ? null : civilDateOf(before.withdrawnAt),
  });
}

const textOf = (document: OfficialDocument, book: FactBook): ProductText => ({
  document,
  figures: figuresIn(document, book),
  book,
});

/** Of the facts those that stand in the document, each with what it was counted from. */
function figuresIn({ body, annexes }: OfficialDocument, book: FactBook): Record<string, unknown> {
  const blocks = [...body, ...annexes.flatMap((annex) => annex.body)];
  const names = [...figuresOf(blocks).keys()].filter((name) => book.has(name)).sort();
  return Object.fromEntries(
    names.map((name) => {
      const { value, printed, of } = book.fact(name);
      return [name, { value, printed, of }];
    }),
  );
}

/** Who answers for nothing of the plan on the period's last day, or today, has no product. */
async function ofPerson(
  context: EngineContext,
  tx: Transaction,
  { planId, scopeId, period }: WantedProduct,
): Promise<ProductScope | null> {
  const today = civilDateOf(context.clock.now());
  const { end } = periodFromKey(period);
  const planCode = (await planRow(tx, planId))?.code ?? '';
  return personScope(tx, { personId: scopeId, planCode, on: end < today ? end : today });
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
  dispatchBrief: ofPeriod(PRODUCT_DOCUMENTS.dispatchBrief),
  monthlyBulletin: ofPeriod(PRODUCT_DOCUMENTS.monthlyBulletin),
  publication: ofPeriod(PRODUCT_DOCUMENTS.publication, publicFacts),
  quarterlyReview: ofPeriod(PRODUCT_DOCUMENTS.quarterlyReview),
  annualAssessment: assessment,
  specialReport: special,
  meetingMinutes: minutes,
};

/** The writer of a kind: its text, under the names that the policy of today gives it. */
export function writerOf(kind: ProductKindCode): WriteProduct | null {
  const write = WRITERS[kind];
  if (write === undefined) return null;
  return async (context, tx, wanted) => {
    const written = await write(context, tx, wanted);
    if (written === null) return null;
    const { policy } = await context.book.rules(tx, await latestPolicyVersion(tx));
    return { ...written, document: underItsIssuers(written.document, kind, policy.products) };
  };
}
