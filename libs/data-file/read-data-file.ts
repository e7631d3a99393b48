import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';

/** One thing wrong in a data file; `line` and `column` count from 1. */
export interface DataFileProblem {
  code: 'DataFileSyntax' | 'DataFileShape';
  line: number;
  column: number;
  /** Where in the structure, e.g. `rungs.2.offset`. */
  path: string;
  /** What is wrong, for a person, in Chinese. */
  message: string;
}

export type DataFileResult<T> = { ok: true; value: T } | { ok: false; problems: DataFileProblem[] };

/**
 * Reads YAML (of which JSON is a part) and checks it against `schema`. Every problem is reported, not only the first.
 */
export function readDataFile<S extends z.ZodType>(schema: S, text: string): DataFileResult<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map((error) => {
        const at = lines.linePos(error.pos[0]);
        return {
          code: 'DataFileSyntax',
          line: at.line,
          column: at.col,
          path: '',
          message: `文件格式有误：${error.message}`,
        };
      }),
    };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map((issue) => {
      const path = issue.path.map(String);
      const at = lines.linePos(offsetOf(document, issue.path));
      return {
        code: 'DataFileShape',
        line: at.line,
        column: at.col,
        path: path.join('.'),
        message: `“${path.join('.') || '文件'}”有误：${issue.message}`,
      };
    }),
  };
}

/** The place of the deepest node on the path that is there: a missing key is reported at its parent. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
