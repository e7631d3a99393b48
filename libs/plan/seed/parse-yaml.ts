import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

/** What is wrong with a seed file, and where: lines and columns count from 1. */
export interface SeedError {
  readonly code: 'SEED_SYNTAX' | 'SEED_INVALID';
  /** Chinese: what is wrong, and where in the structure. */
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly path: readonly (string | number)[];
}
export type SeedResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly SeedError[] };

/** Parses YAML and checks it against a schema; every error knows its line and column. */
export function parseYaml<T>(text: string, schema: z.ZodType<T>): SeedResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, maxAliasCount: 0 } as object);
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return {
      ok: false,
      errors: document.errors.map((error) => ({
        code: 'SEED_SYNTAX',
        message: `YAML 格式有误，请检查缩进、冒号和引号（${error.code}）`,
        ...at(error.pos[0]),
        path: [],
      })),
    };
  }
  const parsed = schema.safeParse(document.toJS(), { error: z.locales.zhCN().localeError });
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    errors: parsed.error.issues.map((issue) => {
      const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
      return {
        code: 'SEED_INVALID',
        message: `${path.join('.') || '文件'}：${issue.message}`,
        ...at(offsetOf(document, path)),
        path,
      };
    }),
  };
}

/** Where the value at `path` stands; where it is missing, the nearest that holds it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
