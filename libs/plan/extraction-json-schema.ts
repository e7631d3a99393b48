import { z } from 'zod';
import { extractionSchema } from './extraction.schema.js';

/** The JSON Schema of what `plan extract --json` prints, as kept in `docs/extraction.schema.json` (a test keeps the two equal). */
export function extractionJsonSchema(): string {
  const schema = z.toJSONSchema(extractionSchema, { reused: 'inline' });
  return `${JSON.stringify({ title: 'luoshi.extraction/1', ...schema }, null, 2)}\n`;
}
