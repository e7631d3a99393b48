import { z } from 'zod';
import { idParamsSchema, idSchema, instantSchema, labelledSchema, named } from './primitives.js';

/** What the record says otherwise by now of the figures of an issued product. */
export const productChangesSchema = named(
  'ProductChanges',
  z.object({
    /** When the record was looked at for what was issued. */
    figuresAt: instantSchema,
    /** Figures that the same period has otherwise by now; those of the text in its order, then the annexes’. */
    items: z.array(
      z.object({
        name: z.string(),
        /** As it was issued. */
        before: z.string(),
        /** As it would be printed now; null: there is no such figure any more. */
        now: z.string().nullable(),
      }),
    ),
    /** The next edition, where it is begun or out. */
    correction: z.object({ id: idSchema, state: labelledSchema }).nullable(),
  }),
);
export type ProductChanges = z.infer<typeof productChangesSchema>;

export const PRODUCT_CHANGES_ROUTES = {
  productChanges: {
    method: 'get',
    path: '/api/v1/products/{id}/changes',
    summary: '印发后本期数据的变动，供判断是否更正',
    tag: 'product',
    status: 200,
    params: idParamsSchema,
    answer: productChangesSchema,
  },
} as const;
