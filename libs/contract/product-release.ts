import { z } from 'zod';
import { idParamsSchema, idSchema, instantSchema, named } from './primitives.js';

/** What the public would see of a publication (公示), or sees. */
export const productReleaseSchema = named(
  'ProductRelease',
  z.object({
    /** Whether the rules in force release publications at all. */
    enabled: z.boolean(),
    state: z.enum(['notReleased', 'released', 'withdrawn']),
    releasedAt: instantSchema.nullable(),
    withdrawn: z.object({ at: instantSchema, reason: z.string() }).nullable(),
    /** Where its page is, or will be: an address of this server that asks for no sign-in. */
    path: z.string(),
    /** How many tasks it tells of. */
    tasks: z.int().nonnegative(),
    /** What is told of each task, and what is not. */
    shows: z.array(z.object({ what: z.string(), shown: z.boolean() })),
    /** Why it cannot be released as it is. */
    faults: z.array(z.string()),
    /** Words of the text that people of the record are called by: to be looked at, since a place may be called the same. */
    mentions: z.array(z.string()),
    /** What it shows as verified and the record no longer holds: found otherwise since, or reopened. */
    noLongerTrue: z.array(
      z.object({ id: idSchema, code: z.string(), title: z.string(), reopened: z.boolean() }),
    ),
  }),
);
export type ProductRelease = z.infer<typeof productReleaseSchema>;

const TAG = 'product';
const path = '/api/v1/products/{id}/release';

export const PRODUCT_RELEASE_ROUTES = {
  productRelease: {
    method: 'get',
    path,
    summary: '公示向社会公开什么：印发前预览，印发后查看',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    answer: productReleaseSchema,
  },
  productReleasePage: {
    method: 'get',
    path: `${path}/page`,
    summary: '公示公开后的网页，公开之前也可预览',
    tag: TAG,
    status: 200,
    params: idParamsSchema,
    mediaType: 'text/html',
  },
} as const;
