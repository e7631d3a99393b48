import { readFileSync } from 'node:fs';
import { extractionJsonSchema } from './index.js';

describe('docs/extraction.schema.json', () => {
  it('is the schema of the code', () => {
    const kept = readFileSync('docs/extraction.schema.json', 'utf8');
    expect(kept).toBe(extractionJsonSchema());
  });
});
