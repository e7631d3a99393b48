import type { Evidence, ExtractedTaskForce, Extraction } from '../extraction.schema.js';
import { normalise } from '../text/normalise.js';

interface Carrier {
  readonly evidence: readonly Evidence[];
}

/**
 * What is wrong with the evidence of an extraction: fields without a place, places of no field, places outside of the
 * text, fields said to be printed there that are not, doubts without a code or a reason.
 */
export function evidenceProblems(extraction: Extraction, source: string): string[] {
  const points = Array.from(source);
  const { document, headquarters, actions, tasks } = extraction;
  const forces = [headquarters, ...actions.map(({ taskForce }) => taskForce)].filter(
    (force) => force !== null,
  );
  return [
    ...problemsOf('document', document, DOCUMENT_FIELDS, points),
    ...forces.flatMap((force) => problemsOf(force.name, force, FORCE_FIELDS, points)),
    ...actions.flatMap((action) => problemsOf(action.code, action, ['number', 'name', 'goals'], points)),
    ...tasks.flatMap((task) => problemsOf(task.id, task, TASK_FIELDS, points)),
  ];
}

const DOCUMENT_FIELDS = ['title', 'documentNumber', 'issuedBy', 'issuedOn', 'year', 'jurisdiction'];
const FORCE_FIELDS: readonly (keyof ExtractedTaskForce)[] = [
  'name',
  'convener',
  'executiveDeputyConveners',
  'deputyConveners',
  'memberUnits',
  'officeUnit',
  'workingGroups',
];
const TASK_FIELDS = [
  'section',
  'number',
  'title',
  'text',
  'responsibilities',
  'lead',
  'support',
  'canonicalLead',
  'canonicalSupport',
  'people',
  'subItems',
  'deadlines',
  'ongoing',
  'cadences',
  'indicators',
];

function problemsOf(
  name: string,
  carrier: Carrier,
  fields: readonly string[],
  points: readonly string[],
): string[] {
  const wanted = new Set(fields.flatMap((field) => pathsOf(field, (carrier as unknown as Values)[field])));
  const given = new Set(carrier.evidence.map(({ path }) => path));
  return [
    ...[...wanted].filter((path) => !given.has(path)).map((path) => `${name}: no evidence of ${path}`),
    ...carrier.evidence.flatMap((evidence) => {
      const problem = wanted.has(evidence.path) ? problemOf(carrier, evidence, points) : 'of nothing';
      return problem === undefined ? [] : [`${name}${evidence.path}: ${problem}`];
    }),
  ];
}

type Values = Readonly<Record<string, unknown>>;

/** The pointers to what a field holds; none where it is empty. */
function pathsOf(field: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.map((_, i) => `/${field}/${i}`);
  const empty = value === '' || value === null || value === 0 || value === false || value === undefined;
  return empty ? [] : [`/${field}`];
}

function problemOf(carrier: Carrier, evidence: Evidence, points: readonly string[]): string | undefined {
  const { span, confidence, rule, reason } = evidence;
  if (confidence < 1 && (rule === undefined || reason === undefined)) return 'doubted without a reason';
  if (confidence === 1 && rule !== undefined) return 'a rule, and no doubt';
  if (!('start' in span)) return undefined;
  if (span.start < 0 || span.end < span.start || span.end > points.length)
    return `outside of the text: ${JSON.stringify(span)} of ${points.length}`;
  if (confidence < 1) return undefined;
  const printed = points.slice(span.start, span.end).join('');
  const value = textOf(valueAt(carrier, evidence.path));
  const isThere =
    squash(printed).includes(squash(value)) || squash(withoutFurniture(printed)).includes(squash(value));
  return isThere ? undefined : `${JSON.stringify(value)} is not in ${JSON.stringify(printed)}`;
}

/** Without page numbers between two lines: the first and the last are parts of lines of the document. */
function withoutFurniture(printed: string): string {
  const lines = printed.split('\n');
  return lines
    .filter((line, i) => i === 0 || i === lines.length - 1 || normalise(line).text !== '')
    .join('\n');
}

function valueAt(carrier: Carrier, path: string): unknown {
  return path
    .slice(1)
    .split('/')
    .reduce<unknown>((value, key) => (value as Values | undefined)?.[key], carrier);
}

/** What of a value stands in the text: of records their wording. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const { raw, text, name } = value as { raw?: string; text?: string; name?: string };
  return raw ?? text ?? name ?? '';
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}\ufffe\uffff]/gu, '')
    .replace(/[〈﹤]/g, '<')
    .replace(/[〉﹥]/g, '>')
    .replace(/[〔［]/g, '[')
    .replace(/[〕］]/g, ']');
}
