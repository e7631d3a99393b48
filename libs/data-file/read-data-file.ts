import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

/** One thing wrong in a data file; `line` and `column` count from 1. */
export interface DataFileProblem {
  code: 'DataFileSyntax' | 'DataFileShape';
  line: number;
  column: number;
  /** Where in the structure: `['rungs', 2, 'offset']`. */
  path: readonly (string | number)[];
  /** What is wrong, for a person, in Chinese. */
  message: string;
}

export type DataFileResult<T> = { ok: true; value: T } | { ok: false; problems: DataFileProblem[] };

/** What a check beyond the schema finds, at a place of the structure. */
export interface FoundProblem {
  path: readonly (string | number)[];
  message: string;
}

/**
 * Reads YAML (of which JSON is a part) and checks it against `schema`, then with `check`. Every problem is reported,
 * not only the first; nothing is thrown. Keys must be unique and strings, aliases are refused: a data file says what
 * it says, and cannot be made to grow.
 */
export function readDataFile<S extends z.ZodType>(
  schema: S,
  text: string,
  check: (value: z.output<S>) => FoundProblem[] = () => [],
): DataFileResult<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
  });
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ pos, code }): DataFileProblem => ({
      code: 'DataFileSyntax',
      ...at(pos[0]),
      path: [],
      message: `文件格式有误，请检查缩进、冒号和引号（${code}）`,
    }));
    return { ok: false, problems };
  }
  const value = plain(document);
  if (!value.ok) {
    const message = '文件中不能使用 YAML 别名（*名称），请把内容写全';
    return { ok: false, problems: [{ code: 'DataFileSyntax', line: 1, column: 1, path: [], message }] };
  }
  const shape = ({ path, message }: FoundProblem): DataFileProblem => ({
    code: 'DataFileShape',
    ...at(offsetOf(document, path)),
    path,
    message: `“${path.join('.') || '文件'}”有误：${message}`,
  });
  const parsed = schema.safeParse(value.of, { error: z.locales.zhCN().localeError });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.flatMap(found).map(shape) };
  const problems = check(parsed.data).map(shape);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
}

/** The file's content; refused where it uses aliases. */
function plain(document: Document): { ok: true; of: unknown } | { ok: false } {
  try {
    return { ok: true, of: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return { ok: false };
  }
}

/** An unknown key is reported where it stands, each by itself. */
function found(issue: z.core.$ZodIssue): FoundProblem[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...path, key], message: `不认识“${key}”，请核对写法或删去` }));
}

/** The place of the deepest node on the path that is there: a missing key is reported at its parent. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
