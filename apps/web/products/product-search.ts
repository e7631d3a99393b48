import { PRODUCT_KINDS, PRODUCT_STATES } from '#contract';
import { z } from 'zod';

export const PRODUCT_VIEWS = ['open', 'issued', 'all'] as const;
export type ProductView = (typeof PRODUCT_VIEWS)[number];

/** The conditions of the list, kept in the address so that a list can be sent to a colleague. */
export const productSearchSchema = z.object({
  view: z.enum(PRODUCT_VIEWS).optional().catch(undefined),
  kind: z.enum(PRODUCT_KINDS).optional().catch(undefined),
  plan: z.guid().optional().catch(undefined),
  period: z.string().min(4).max(20).optional().catch(undefined),
  state: z.enum(PRODUCT_STATES).optional().catch(undefined),
});
export type ProductSearch = z.infer<typeof productSearchSchema>;

const STATES_OF: Readonly<Record<ProductView, string | undefined>> = {
  open: 'draft,reviewed',
  issued: 'issued,withdrawn',
  all: undefined,
};

/** Who makes products begins with what is to be done, everybody else with what went out. */
export const viewOf = ({ view }: ProductSearch, makes: boolean): ProductView =>
  makes ? (view ?? 'open') : 'issued';

/** The same conditions as the API has them: what is still to be done comes by when it is due, the rest from the newest back. */
export function queryOf(search: ProductSearch, makes: boolean): Record<string, string | undefined> {
  const { kind, plan, period, state } = search;
  const view = viewOf(search, makes);
  const sort = view === 'open' ? 'dueAt' : '-producedAt';
  return { kind, plan, period, state: state ?? STATES_OF[view], sort };
}

/** Which product, and which of its figures is looked at. */
export const productPageSearchSchema = z.object({ figure: z.string().max(300).optional().catch(undefined) });
