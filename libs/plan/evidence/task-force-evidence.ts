import type { Evidence } from '../extraction.schema.js';
import type { TaskForce } from '../task-force.js';
import { type MappedText, type Span, sourceSpan } from '../text/mapped-text.js';
import { evidenceOf } from './evidence.js';
import type { EvidenceRule } from './rules.js';

/** Where the names of a task force stand in the paragraph that founds it. */
export function taskForceEvidence(mapped: MappedText, paragraph: Span, force: TaskForce): Evidence[] {
  const words = mapped.printed.slice(paragraph.start, paragraph.end);
  const found: Evidence[] = [];
  const place = (span: Span): Evidence['span'] =>
    sourceSpan(mapped, { start: paragraph.start + span.start, end: paragraph.start + span.end });
  /** Names of one kind stand in the order of the text: each is looked for after the one before. */
  const take = (entries: readonly (readonly [path: string, value: string])[]): void => {
    let from = 0;
    for (const [path, value] of entries) {
      if (value === '') continue;
      const { span, rule } = locate(words, value, from);
      found.push(evidenceOf(path, place(span), rule));
      if (rule !== 'NAME_NOT_PLACED') from = span.end;
    }
  };
  const row = (name: string, values: readonly string[]): [string, string][] =>
    values.map((value, i) => [`/${name}/${i}`, value]);
  take([['/name', force.name]]);
  take([['/convener', force.convener]]);
  take(row('executiveDeputyConveners', force.executiveDeputyConveners));
  take(row('deputyConveners', force.deputyConveners));
  take(row('memberUnits', force.memberUnits));
  take([['/officeUnit', force.officeUnit]]);
  take(force.workingGroups.map(({ name }, i) => [`/workingGroups/${i}`, name]));
  return found;
}

const SHARED_ENDING = /(?:主要|分管|有关|相关)?(?:负责人|负责同志|领导)$/u;

/**
 * A name that is not printed whole may be printed without the title that it shares with those after it. It is looked for
 * without it, so that what is not there is not looked for to the end of the text for every name.
 */
function locate(words: string, value: string, from: number): { span: Span; rule: EvidenceRule | undefined } {
  const short = value.replace(SHARED_ENDING, '');
  const own = short.length >= 2 ? short : value;
  const at = words.indexOf(own, from);
  if (at < 0) return { span: { start: 0, end: words.length }, rule: 'NAME_NOT_PLACED' };
  if (words.startsWith(value, at)) return { span: { start: at, end: at + value.length }, rule: undefined };
  return { span: { start: at, end: at + own.length }, rule: 'TITLE_RESTORED' };
}
