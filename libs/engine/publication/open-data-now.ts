import type { PublicationRules } from '#accountability';
import { instantOf, periodFromKey, type Instant, type Period } from '#calendar';
import type { OfficialDocument } from '#official';
import type { ProductRead, Transaction } from '#persistence';
import { verifiedTasks, type PeriodFacts, type ProductScope } from '#products';
import {
  listedTasks,
  openDataOf,
  releaseFaults,
  type OpenData,
  type OpenTenDays,
  type ReleaseFault,
} from '#publication';
import type { EngineContext } from '../engine-context.js';
import { readPeriodFacts } from '../products/facts/index.js';
import { planRow } from '../products/facts/plan-rows.js';
import { publicFacts, publicationRulesNow } from './public-facts.js';
import { verifiedFigures } from './verified-figures.js';

/** What a publication would release now, or is about to. */
export interface Releasable {
  rules: PublicationRules;
  data: OpenData;
  /** Why it must not be released as it stands. */
  faults: ReleaseFault[];
  /** Of an action its code. */
  actionCode: string | null;
}

type Publication = Pick<
  ProductRead,
  'planId' | 'scopeKind' | 'scopeId' | 'period' | 'edition' | 'figures' | 'figuresAt'
>;

/**
 * The data set of a publication, as it was known when its document was written: both are of the same instant. Null where it
 * is about nothing that could be published.
 */
export async function openDataNow(
  context: EngineContext,
  tx: Transaction,
  product: Publication,
  document: OfficialDocument,
  releasedAt: Instant,
): Promise<Releasable | null> {
  const scope = scopeOf(product);
  if (scope === null) return null;
  const rules = await publicationRulesNow(context, tx);
  const read = async (period: string, asOf: Instant | null): Promise<PeriodFacts | null> => {
    const facts = await readPeriodFacts(context, tx, {
      planId: product.planId,
      scope,
      period,
      ...(asOf !== null && { asOf }),
    });
    return facts && publicFacts(context, tx, facts);
  };
  const facts = await read(product.period, asOfOf(product));
  if (facts === null) return null;
  const { record } = facts;
  const listed = listedTasks(document);
  const verified = new Set(verifiedTasks(facts).map(({ task }) => task.id));
  const { jurisdictionId } = tx.scope;
  const data = openDataOf(facts, {
    division: { code: jurisdictionId, name: record.jurisdiction },
    planCode: (await planRow(tx, product.planId))?.code ?? '',
    edition: product.edition,
    releasedAt,
    document: document.title,
    publisher: document.signature.issuers.join('、'),
    rules,
    figures: await verifiedFigures(tx, product.planId, record.asOf),
    tenDays: rules.tenDays ? await tenDaysOf(record.period, record.asOf, read) : [],
    listed: (taskId) => listed.has(taskId),
  });
  return {
    rules,
    data,
    faults: releaseFaults(document, {
      isVerified: (taskId) => verified.has(taskId),
      unnamed: unnamed(facts, rules),
    }),
    actionCode: data.action?.code ?? null,
  };
}

const scopeOf = ({ scopeKind, scopeId }: Publication): ProductScope | null =>
  scopeKind === 'plan'
    ? { per: 'plan' }
    : scopeKind === 'action'
      ? { per: 'action', actionId: scopeId }
      : null;

/** The instant of the document's own facts; null: the period's end, or now. */
function asOfOf({ figures }: Publication): Instant | null {
  const { value } = (figures['asOf'] ?? {}) as { value?: unknown };
  return typeof value === 'string' ? value : null;
}

/** Names that the rules keep out: of units that lead something, of tasks. */
const unnamed = ({ record }: PeriodFacts, rules: PublicationRules): string[] => [
  ...(rules.units
    ? []
    : record.units
        .filter(({ id }) => record.tasks.some(({ stood }) => stood.at(-1)?.leadUnitIds.includes(id)))
        .map(({ name }) => name)),
  ...(rules.titles ? [] : record.tasks.map(({ title }) => title)),
];

/** How many were closed and verified at the end of each ten-day period of a month that is over by then. */
async function tenDaysOf(
  period: Period,
  asOf: Instant,
  read: (period: string, asOf: Instant) => Promise<PeriodFacts | null>,
): Promise<OpenTenDays[]> {
  if (period.cadence !== 'month') return [];
  const found: OpenTenDays[] = [];
  for (const part of ['上旬', '中旬', '下旬']) {
    const { key, start, end } = periodFromKey(`${period.key} ${part}`);
    if (instantOf(start, '00:00') >= asOf) break;
    const facts = await read(key, asOf);
    if (facts === null) continue;
    const closed = facts.book.count('tasks.closed');
    found.push({ period: key, endsOn: end, closed, verified: verifiedTasks(facts, 'periodEnd').length });
  }
  return found;
}
