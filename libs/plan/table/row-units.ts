import { canonicalNames, levelOf } from '../clause/canonical-names.js';
import { looksLikePerson } from '../clause/person-names.js';
import { type ClauseReading, readClauseText } from '../clause/read-clause-text.js';
import { isVagueGroup, saysNoUnit } from '../clause/unit-names.js';
import { cellNames } from './cell-names.js';
import type { TaskRow } from './task-rows.js';

const SAYS_ROLE = /牵头|配合|参与|协助|会同|负责|主办|协办|单位[：:]|部门[：:]/;
const MAX_CELL = 2000;

export interface RowUnits extends ClauseReading {
  readonly raw: string;
  /** The lead follows from the rule that the first-listed unit leads. */
  readonly leadIsInferred: boolean;
}

/** What goes for all rows of a table. */
export interface UnitRules {
  readonly firstListedLeads: boolean;
  /** Words in brackets of the header of the duty column: 标★的为牵头单位. */
  readonly dutyNote: string;
}

/** Who does the task of a row, by its columns 牵头, 责任 and 配合; nothing where all are empty. */
export function rowUnits(row: TaskRow, rules: UnitRules): RowUnits | undefined {
  const cells = { lead: cellNames(row.lead), duty: cellNames(row.duty), support: cellNames(row.support) };
  const raw = [row.lead, row.duty, row.support].filter(Boolean).join('；');
  if (raw === '') return undefined;
  const spoken = [cells.lead, cells.duty].find((cell) => SAYS_ROLE.test(cell));
  const said = spoken === undefined ? undefined : readClauseText(spoken.slice(0, MAX_CELL));
  if (said && said.lead.length + said.support.length > 0) {
    const inLead = spoken === cells.lead;
    const more = withMore(
      inLead ? leading(said) : said,
      inLead ? [cells.duty, cells.support] : [cells.support],
    );
    return { ...more, people: more.people.map(asResponsible), raw, leadIsInferred: false };
  }
  const lead = namesIn(cells.lead, '');
  const duty = namesIn(cells.duty, rules.dutyNote);
  const support = namesIn(cells.support, '');
  const people = [...lead.people, ...duty.people, ...support.people];
  // A sign or a bracket in the cell may say who leads: ★县水利局 · 县水利局（牵头）.
  const leaders = unique([...lead.names, ...duty.leaders]);
  const others = unique([...duty.names, ...support.names]).filter((name) => !leaders.includes(name));
  const first = others[0];
  const isAlone = leaders.length === 0 && cells.lead === '';
  // 责任单位: a single one is answerable; of several none is said to lead, unless the table has a rule.
  const single = isAlone && duty.names.length === 1 && !isVagueGroup(first ?? '');
  const infers = isAlone && !single && duty.names.length > 0 && rules.firstListedLeads;
  const split = single || infers ? 1 : 0;
  return {
    ...reading(split > 0 ? others.slice(0, 1) : leaders, others.slice(split), single, raw),
    people: people.map(asResponsible),
    raw,
    leadIsInferred: infers,
  };
}

/** Who stands beside a unit in its cell answers for it. */
function asResponsible({ name, role }: ClauseReading['people'][number]): ClauseReading['people'][number] {
  return { name, role: /^(?:负责|牵头|配合)?$/.test(role) ? '责任人' : role };
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
  const found = cells.map((cell) => namesIn(cell, ''));
  const people = [...said.people, ...found.flatMap((one) => one.people)];
  const more = unique(found.flatMap(({ names, leaders }) => [...leaders, ...names])).filter(
    (name) => !said.lead.includes(name),
  );
  if (more.length === 0) return { ...said, people };
  const level = levelOf([...said.lead, ...said.support, ...more]);
  return {
    ...said,
    people,
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
  const canonicalLead = unique(canonicalNames(lead, level));
  return {
    lead,
    support: others,
    canonicalLead,
    canonicalSupport: unique(canonicalNames(others, level)).filter((name) => !canonicalLead.includes(name)),
    openEnded:
      /等(?:$|[、，；。）)\s]|有关|相关|单位|部门)/.test(raw) || [...lead, ...support].some(isVagueGroup),
    deadline: null,
    people: [],
    mode: lead.length === 0 ? 'shared' : single && others.length === 0 ? 'single' : modeOfLead,
  };
}

interface CellNames {
  /** Those of whom the cell itself says that they lead. */
  readonly leaders: readonly string[];
  readonly names: readonly string[];
  readonly people: ClauseReading['people'];
}

/** The names of a cell: what the notation makes of them, else what stands between its separators. */
function namesIn(cell: string, note: string): CellNames {
  if (cell === '' || saysNoUnit(cell)) return { leaders: [], names: [], people: [] };
  const clause = readClauseText(`责任单位${note}：${cell}`.slice(0, MAX_CELL));
  if (clause) {
    const saysLead = clause.mode !== 'single' && clause.lead.length > 0;
    const names = unique([...clause.lead, ...clause.support]);
    return { leaders: saysLead ? clause.lead : [], names, people: clause.people };
  }
  const pieces = splitOutsideBrackets(cell).map((name) => name.replace(/等$/, '').trim());
  const names = pieces.filter(
    (name) => name.length >= 2 && name.length <= 40 && !saysNoUnit(name) && !looksLikePerson(name),
  );
  const people = pieces.filter(looksLikePerson).map((name) => ({ name, role: '' }));
  return { leaders: [], names: unique(names), people };
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

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
