import { canonicalNames, levelOf } from '../clause/canonical-names.js';
import { type ClauseReading, readClauseText } from '../clause/read-clause-text.js';
import { isVagueGroup, saysNoUnit } from '../clause/unit-names.js';
import type { TaskRow } from './task-rows.js';

const SAYS_ROLE = /牵头|配合|参与|协助|会同|负责|单位[：:]|部门[：:]/;
/** Between the lines of a cell stands one name each, unless a line breaks inside a name's brackets. */
const LINES = /\s*[\n\r\u2028]+\s*/g;

export interface RowUnits extends ClauseReading {
  readonly raw: string;
}

/** Who does the task of a row, by its columns 牵头, 责任 and 配合; nothing where all are empty. */
export function rowUnits(row: TaskRow): RowUnits | undefined {
  const cells = { lead: tidy(row.lead), duty: tidy(row.duty), support: tidy(row.support) };
  const raw = [row.lead, row.duty, row.support].filter(Boolean).join('；');
  if (raw === '') return undefined;
  const spoken = [cells.lead, cells.duty].find((cell) => SAYS_ROLE.test(cell));
  const said = spoken === undefined ? undefined : readClauseText(spoken.slice(0, 2000));
  if (said) {
    const inLead = spoken === cells.lead;
    return {
      ...withMore(inLead ? leading(said) : said, inLead ? [cells.duty, cells.support] : [cells.support]),
      raw,
    };
  }
  const lead = namesIn(cells.lead);
  const others = unique([...namesIn(cells.duty), ...namesIn(cells.support)]);
  // 责任单位 alone: one unit is answerable; of several none is said to lead.
  const isAlone = lead.length === 0 && cells.lead === '' && cells.support === '' && others.length === 1;
  const single = isAlone && !isVagueGroup(others[0] ?? '');
  return { ...reading(single ? others : lead, single ? [] : others, single, raw), raw };
}

/** Under 牵头单位 everybody leads of whom nothing else is said: 甲局、乙局按职责分工负责. */
function leading(said: ClauseReading): ClauseReading {
  if (said.lead.length > 0) return said;
  const mode = said.support.length > 1 ? 'shared-lead' : 'lead-only';
  return {
    ...said,
    lead: said.support,
    canonicalLead: said.canonicalSupport,
    support: [],
    canonicalSupport: [],
    mode,
  };
}

function withMore(said: ClauseReading, cells: readonly string[]): ClauseReading {
  const more = unique(cells.flatMap(namesIn)).filter((name) => !said.lead.includes(name));
  if (more.length === 0) return said;
  const level = levelOf([...said.lead, ...said.support, ...more]);
  return {
    ...said,
    support: unique([...said.support, ...more]),
    canonicalSupport: unique([...said.canonicalSupport, ...canonicalNames(more, level)]),
    mode: said.lead.length > 0 ? 'lead-support' : 'shared',
  };
}

function reading(
  lead: readonly string[],
  support: readonly string[],
  single: boolean,
  raw: string,
): ClauseReading {
  const level = levelOf([...lead, ...support]);
  const others = support.filter((name) => !lead.includes(name));
  const modeOfLead = others.length > 0 ? 'lead-support' : lead.length > 1 ? 'shared-lead' : 'lead-only';
  return {
    lead,
    support: others,
    canonicalLead: unique(canonicalNames(lead, level)),
    canonicalSupport: unique(canonicalNames(others, level)),
    openEnded:
      /等(?:$|[；、，）)]|有关|相关|单位|部门)/.test(raw) || [...lead, ...support].some(isVagueGroup),
    deadline: null,
    people: [],
    mode: lead.length === 0 ? 'shared' : single ? 'single' : modeOfLead,
  };
}

/** The names of a cell: what the notation makes of them, else what stands between its separators. */
function namesIn(cell: string): string[] {
  if (cell === '' || saysNoUnit(cell)) return [];
  const clause = readClauseText(`责任单位：${cell}`.slice(0, 2000));
  if (clause) return unique([...clause.lead, ...clause.support]);
  return unique(
    splitOutsideBrackets(cell)
      .map((name) => name.replace(/等$/, '').trim())
      .filter((name) => name.length >= 2 && name.length <= 40 && !saysNoUnit(name)),
  );
}

function splitOutsideBrackets(cell: string): string[] {
  const names: string[] = [''];
  let depth = 0;
  for (const character of cell) {
    if (/[（(〈〔[]/.test(character)) depth += 1;
    else if (/[）)〉〕\]]/.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;。\s]/.test(character)) names.push('');
    else names[names.length - 1] += character;
  }
  return names.filter(Boolean);
}

function tidy(cell: string): string {
  return cell
    .trim()
    .replace(LINES, '、')
    .replace(/([\u3400-\u9fff）)]) +(?=[\u3400-\u9fff])/g, '$1、')
    .replace(/[、，,；;]{2,}/g, '、')
    .replace(/[;；]/g, '、')
    .replace(/[、，,。]+$/, '');
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
