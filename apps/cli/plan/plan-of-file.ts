import { basename, extname } from 'node:path';
import {
  labelOf,
  parsePlanSeed,
  readPlanDocument,
  sourceHash,
  toPlanSeed,
  writePlanSeed,
  type PlanSeed,
} from '#plan';
import { CliError } from '../cli-error.js';
import type { JurisdictionRead } from '../system/jurisdictions-of.js';

const DATA = new Set(['.yaml', '.yml', '.json']);

export interface DocumentFacts {
  id?: string;
  title?: string;
  /** `YYYY-MM-DD` */
  issuedOn?: string;
}

export interface PlanFile {
  plan: PlanSeed;
  /** The document itself, where the plan was read from one; null: the file was a plan as data. */
  source: Uint8Array | null;
}

/**
 * A plan out of a file: plan data (YAML or JSON) as it is, a document as it is understood.
 *
 * @param facts for a document: what its text leaves open, and the short name by which its tasks keep their identity
 * @throws CliError FILE_INVALID; DocumentRefused
 */
export async function planOfFile(
  file: string,
  bytes: Uint8Array,
  facts: DocumentFacts,
  jurisdiction: JurisdictionRead,
): Promise<PlanFile> {
  if (DATA.has(extname(file).toLowerCase())) {
    return { plan: checked(file, Buffer.from(bytes).toString('utf8')), source: null };
  }
  const { text, extraction: read } = await readPlanDocument(bytes);
  const { title = read.document.title, issuedOn = read.document.issuedOn } = facts;
  const year = read.document.year || Number(issuedOn.slice(0, 4));
  const extraction = { ...read, document: { ...read.document, title, issuedOn, year } };
  if (extraction.tasks.length === 0) {
    throw new CliError(
      'FILE_INVALID',
      `${file} 中没有识别出任务，没有导入。请先用 plan extract 查看识别结果。`,
    );
  }
  const untitled = extraction.tasks.filter((task) => task.title === null);
  const seed = toPlanSeed(extraction, {
    id: facts.id ?? idOf(file),
    jurisdiction: { code: jurisdiction.id, name: jurisdiction.name },
    sourceHash: sourceHash(bytes),
    sourceLength: [...text].length,
    labels: Object.fromEntries(untitled.map(({ id: code, text: words }) => [code, labelOf(words)])),
  });
  // Written and read back: what a document leaves open (no date of issue, say) is told by the same check.
  const parsed = parsePlanSeed(writePlanSeed(seed, ''));
  if (parsed.ok) return { plan: parsed.value, source: bytes };
  throw incomplete([
    ...parsed.problems.map(({ message }) => `${file}：${message}`),
    '原文没有写明标题、印发日期的，可用 --title、--issued-on 补上。',
  ]);
}

function checked(file: string, yaml: string): PlanSeed {
  const parsed = parsePlanSeed(yaml);
  if (parsed.ok) return parsed.value;
  throw incomplete(
    parsed.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`),
  );
}

const TOLD_AT_MOST = 20;

function incomplete(problems: readonly string[]): CliError {
  const more = problems.length > TOLD_AT_MOST ? [`……共 ${problems.length} 处`] : [];
  const told = [...problems.slice(0, TOLD_AT_MOST), ...more].join('\n');
  return new CliError('FILE_INVALID', `方案内容不完整或有误，没有导入：\n${told}`);
}

function idOf(file: string): string {
  const id = basename(file, extname(file))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (id !== '') return id;
  throw new CliError(
    'FILE_INVALID',
    `文件名 ${basename(file)} 中没有可作方案代号的字母或数字，请用 --id 指定（如 wulingyuan-2024）。`,
  );
}
