import { z } from 'zod';
import { parsed } from './parsed.js';

const schema = z.object({ q: z.string().optional(), many: z.array(z.unknown()).optional() });

const wrong = (value: unknown): unknown => {
  try {
    parsed(schema, value, '/query');
    return null;
  } catch (error) {
    return (error as { errors?: unknown }).errors ?? JSON.stringify(error);
  }
};

describe('what a request brings', () => {
  it('is taken as its schema has it', () => {
    expect(parsed(schema, { q: '张三', many: [{ a: ['b'] }] })).toEqual({ q: '张三', many: [{ a: ['b'] }] });
  });

  it('is refused with the place of a character that no database keeps, however deep it stands', () => {
    expect(JSON.stringify(wrong({ q: 'a\0b' }))).toContain('/query/q');
    expect(JSON.stringify(wrong({ many: [1, { 'a/b': ['x', '\0'] }] }))).toContain('/query/many/1/a~1b/1');
    expect(JSON.stringify(wrong({ many: [{ 'k\0': 1 }] }))).toContain('/query/many/0');
  });
});
