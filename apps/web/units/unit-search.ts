import { z } from 'zod';

/** What of the directory is looked at, beside its kind and words. */
export const UNIT_SHOWS = ['groups', 'vacant', 'withoutPeople', 'succeeded'] as const;
export type UnitShow = (typeof UNIT_SHOWS)[number];

/** The conditions of the list. */
export const unitFilterSchema = z.object({
  q: z.string().max(100).optional().catch(undefined),
  kind: z.string().max(60).optional().catch(undefined),
  show: z.enum(UNIT_SHOWS).optional().catch(undefined),
});
export type UnitFilter = z.infer<typeof unitFilterSchema>;

/** The conditions and the unit that is open, kept in the address so that it can be sent to a colleague. */
export const unitSearchSchema = unitFilterSchema.extend({ unit: z.guid().optional().catch(undefined) });
export type UnitSearch = z.infer<typeof unitSearchSchema>;

/** The same conditions as the API has them. */
export function queryOf({ q, kind, show }: UnitFilter): Record<string, string | boolean | undefined> {
  return {
    q: q === '' ? undefined : q,
    kind,
    ...(show === undefined ? {} : { [show === 'groups' ? 'group' : show]: true }),
  };
}
