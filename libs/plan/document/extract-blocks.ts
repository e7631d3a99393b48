import type { DocumentBlock, DocumentBlocks } from '#documents';
import { byRule } from '../evidence/evidence.js';
import { saysFirstListedLeads } from '../clause/first-listed-leads.js';
import { extractPlan } from '../extract-plan.js';
import type { ExtractedTask, Extraction } from '../extraction.schema.js';
import { extractTables, readTaskTable, type TaskTable, yearOfTables } from '../table/extract-tables.js';
import type { TaskColumns } from '../table/find-columns.js';
import { warning } from '../warnings.js';

/** A document with what was understood of it. */
export interface PlanReading {
  readonly kind: DocumentBlocks['kind'];
  /** The running text that the spans of the extraction point into (code points). */
  readonly text: string;
  /** The tables whose rows were read as tasks, cell by cell. */
  readonly tables: readonly ReadTable[];
  readonly extraction: Extraction;
}

export interface ReadTable {
  readonly sheet: string;
  /** `row` as the document counts its rows, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/**
 * Understands a document: its running text as a plan, its task tables row by row. Tables of other things are read as
 * running text. Where the text and a table name the same task, the one that says who leads is kept.
 */
export function extractBlocks({ kind, blocks }: DocumentBlocks): PlanReading {
  const { text, tables, printed } = partTables(blocks);
  if (tables.length === 0) return { kind, text, tables: [], extraction: extractPlan(text) };
  const headings = tables.map(
    ({ sheet, heading }) => `${heading}\n${/^(?:表|Sheet)\d+$/i.test(sheet) ? '' : sheet}`,
  );
  const extraction = extractPlan(text);
  const head = text.trim() === '' ? extractPlan(headings.join('\n')) : extraction;
  const year = head.document.year || yearOfTables(tables);
  const first = tables[0];
  const place = { sheet: first?.sheet ?? '', row: first?.rows[0]?.row ?? 1 };
  const document = {
    ...head.document,
    year,
    title: head.document.title || firstLine(headings),
    evidence: documentEvidence(head.document, head === extraction, place),
  };
  if (head.document.title === '' && document.title !== '')
    document.evidence.push(byRule('/title', place, 'TITLE_FROM_TABLE'));
  if (head.document.year === 0 && year > 0) document.evidence.push(byRule('/year', place, 'YEAR_FROM_TABLE'));
  const found = extractTables(tables, {
    year,
    throughYear: Math.max(year, head.document.throughYear ?? 0),
    firstAction: extraction.actions.length + 1,
    name: document.title,
    firstListedLeads: extraction.tasks.length === 0 && saysFirstListedLeads(text),
  });
  const tasks = withoutRepeats(extraction.tasks, found.tasks);
  const used = new Set(tasks.map(({ action }) => action));
  return {
    kind,
    text,
    tables: printed,
    extraction: {
      ...extraction,
      document,
      actions: [...extraction.actions, ...found.actions].filter(({ code }) => used.has(code)),
      tasks,
      warnings: [
        ...extraction.warnings.filter(({ code }) => code === 'NO_DOCUMENT_NUMBER' && text.trim() !== ''),
        ...(year === 0 ? [warning('NO_YEAR', place)] : []),
        ...(text.trim() === '' && document.documentNumber === ''
          ? [warning('NO_DOCUMENT_NUMBER', place)]
          : []),
      ],
    },
  };
}

/** What was read above a table's header has its place in that table. */
function documentEvidence(
  { evidence }: Extraction['document'],
  inText: boolean,
  place: { sheet: string; row: number },
): Extraction['document']['evidence'] {
  return evidence.map((found) => (inText ? found : { ...found, span: place }));
}

function partTables(blocks: readonly DocumentBlock[]): {
  text: string;
  tables: TaskTable[];
  printed: ReadTable[];
} {
  const tables: TaskTable[] = [];
  const printed: ReadTable[] = [];
  const lines: string[] = [];
  let before: { columns: TaskColumns; width: number } | undefined;
  for (const block of blocks) {
    if (block.type === 'paragraph') {
      lines.push(block.text);
      continue;
    }
    const table = readTaskTable(block, before);
    if (table) {
      tables.push(table);
      printed.push({
        sheet: block.sheet,
        rows: block.rows.map(({ row, cells }) => ({ row, cells: [...cells] })),
      });
      before = { columns: table.columns, width: block.rows[0]?.cells.length ?? 0 };
    } else for (const { cells } of block.rows) lines.push(cells.filter(Boolean).join('　'));
  }
  return { text: lines.join('\n'), tables, printed };
}

function withoutRepeats(
  inText: readonly ExtractedTask[],
  inTables: readonly ExtractedTask[],
): ExtractedTask[] {
  const rows = new Map(inTables.map((task) => [keyOf(task), task]));
  const paragraphs = new Map(inText.map((task) => [keyOf(task), task]));
  return [
    ...inText.filter((task) => task.lead.length > 0 || !rows.get(keyOf(task))?.lead.length),
    ...inTables.filter((task) => !paragraphs.get(keyOf(task))?.lead.length),
  ];
}

function keyOf({ title, text }: ExtractedTask): string {
  return (title ?? text.slice(0, 40)).normalize('NFKC').replace(/[\s\p{P}\d]/gu, '');
}

function firstLine(headings: readonly string[]): string {
  return (
    headings
      .join('\n')
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
