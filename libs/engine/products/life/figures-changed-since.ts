import type { Transaction, ProductRead } from '#persistence';
import type { ProductKindCode } from '#products';
import type { EngineContext } from '../../engine-context.js';
import { writerOf } from './writers.js';

/** A figure of a product that the record gives otherwise by now, as it is printed. */
export interface ChangedFigure {
  name: string;
  before: string;
  /** Null: the record has no such figure any more. */
  now: string | null;
}

/** Of a matter or a meeting there is always more to say later; it is of its day. */
const OF_THEIR_DAY: readonly string[] = ['specialReport', 'meetingMinutes'];

/** Facts that say when, and not what. */
const WHEN = new Set(['asOf']);

/**
 * What has changed since a product was issued: the same period, counted by all that is known now (reports that came in late,
 * notices that an appeal took back). Of a draft: since its figures were taken. An issue that is out of date is never changed;
 * who sees this begins a correction. Empty for products of their day, and for what is not there any more to be counted.
 */
export async function figuresChangedSince(
  context: EngineContext,
  tx: Transaction,
  product: Pick<
    ProductRead,
    'kind' | 'planId' | 'scopeKind' | 'scopeId' | 'period' | 'edition' | 'state' | 'figures'
  >,
): Promise<ChangedFigure[]> {
  const kind = product.kind as ProductKindCode;
  const isOut = product.state === 'issued' || product.state === 'withdrawn';
  if (OF_THEIR_DAY.includes(kind)) return [];
  const text = await writerOf(kind)?.(context, tx, {
    kind,
    planId: product.planId,
    scopeKind: product.scopeKind,
    scopeId: product.scopeId,
    period: product.period,
    byAllThatIsKnown: isOut || product.edition > 1,
    ...(product.edition > 1 && { corrects: product.edition - 1 }),
  });
  if (!text) return [];
  const figures = product.figures as Readonly<Record<string, { value: unknown; printed: string }>>;
  return Object.entries(figures).flatMap(([name, { value, printed }]): ChangedFigure[] => {
    const now = text.book.has(name) ? text.book.fact(name) : null;
    return WHEN.has(name) || now?.value === value
      ? []
      : [{ name, before: printed, now: now?.printed ?? null }];
  });
}
