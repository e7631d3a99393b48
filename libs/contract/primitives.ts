import { z } from 'zod';

/** Names a schema for the API description: every named schema becomes one component of it. */
export const apiSchemas = z.registry<{ id: string; description?: string }>();

export function named<S extends z.ZodType>(id: string, schema: S, description?: string): S {
  apiSchemas.add(schema, description === undefined ? { id } : { id, description });
  return schema;
}

/** A point in time, ISO 8601 in UTC with milliseconds: `2024-04-12T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({ precision: 3 });

/** A day of the civil calendar (Asia/Shanghai): `2024-04-12`. */
export const civilDateSchema = z.iso.date();

/** Ids are UUIDs; the variant is not checked, for derived ids carry none. */
export const idSchema = z.guid();

/** A share of a whole in percent, 0 to 100. */
export const percentSchema = z.number().min(0).max(100);

/** Number of the subject's last event; its ETag is this number in quotation marks. */
export const versionSchema = z.int().nonnegative();

/** Free text that a person writes; surrounding white space does not count. */
export const wordsSchema = z.string().trim().min(1).max(4000);

/** A unit as it is shown: id and current name. */
export const unitRefSchema = named('UnitRef', z.object({ id: idSchema, name: z.string() }));
export type UnitRef = z.infer<typeof unitRefSchema>;

/** A person as shown, the name looked up now; `name` null where the person was erased. */
export const personRefSchema = named('PersonRef', z.object({ id: idSchema, name: z.string().nullable() }));
export type PersonRef = z.infer<typeof personRefSchema>;

/** A stable identifier with the words for it: show `label`, decide by nothing. */
export const labelledSchema = named('Labelled', z.object({ code: z.string(), label: z.string() }));
export type Labelled = z.infer<typeof labelledSchema>;

/** Common query of a list: at most `limit` items after `cursor`, the opaque mark of the page before. */
export const pageQueryShape = {
  limit: z.coerce.number().int().min(1).max(500).default(200),
  cursor: z.string().max(400).optional(),
};

/** One page of a list; `nextCursor` is null on the last one. `total` counts all pages, and is null above 10,000. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item),
    total: z.int().nonnegative().nullable(),
    nextCursor: z.string().nullable(),
  });
}

export const idParamsSchema = z.object({ id: idSchema });
