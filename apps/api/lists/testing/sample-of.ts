import { z } from 'zod';
import type { ListFilter } from '#contract';

/** A value of a filter as it stands in an address. */
export function sampleOf(filter: ListFilter): string {
  const { type } = filter;
  if (type === 'uuid') return '30000000-0000-4000-8000-000000000001';
  if (type === 'timestamptz') return '2024-04-10T00:00:00.000Z';
  if (type === 'date') return '2024-06-30';
  if (type === 'bool') return 'true';
  if (type === 'int') return filter.column === 'p.year' ? '2024' : '1';
  return wordOf(filter.schema);
}

/** One of the words that are allowed, where they are counted up; else any word. */
function wordOf(schema: z.ZodType): string {
  const json = JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }));
  const inner =
    schema instanceof z.ZodPipe
      ? JSON.stringify(z.toJSONSchema(innerOf(schema), { unrepresentable: 'any' }))
      : json;
  const [, word] = /"enum":\["([^"]+)"/u.exec(inner) ?? [];
  return word ?? '林';
}

/** What a piped schema ends in, or what goes into the last step of it. */
function innerOf(schema: z.ZodPipe): z.ZodType {
  const { in: before, out } = schema.def as unknown as { in: z.ZodType; out: z.ZodType };
  if (out instanceof z.ZodTransform) return before instanceof z.ZodPipe ? innerOf(before) : before;
  return out;
}
