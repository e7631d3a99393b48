/**
 * The notation in which Chinese plans say who does what, read top to bottom as it is written:
 *
 *   clause   = part (separator part)*
 *   part     = labelled | people | term | remark | phrase
 *   labelled = 牵头单位：names role?           people = 责任领导：names        term = 完成时限：… · 年底前完成
 *   phrase   = 由? names role? (会同 names role?)?
 *   names    = name ((、|，|及|和) name)* 等…?    name = ★? words （牵头）?
 *
 * What counts as a role and as a label stands in role-words.ts and label-words.ts.
 * Input is the inside of a clause's brackets, normalised; positions are those of the input.
 */
import { skipBracket } from '../text/lists.js';
import { ahead, choice, end, many, map, optional, type Parser, pattern, sequence } from './combinators.js';
import { labelAt, type LabelMeaning } from './label-words.js';
import { contributionAt, mayBeginRole, type PhraseRole, roleAt, roleInBrackets } from './role-words.js';
import { endsLikeUnit, joinsTwoNames } from './unit-names.js';

export type { PhraseRole } from './role-words.js';

export interface NameSpan {
  readonly start: number;
  readonly end: number;
  /** A sign stood at the name (★, *): some clauses mark the leader so. */
  readonly marked?: boolean;
}
export interface Phrase {
  readonly names: readonly NameSpan[];
  readonly role: PhraseRole;
  /** 等 stood after the names. */
  readonly andOthers: boolean;
  readonly labelled: boolean;
}
export interface Remark {
  readonly remark: string;
}
export interface People {
  readonly people: readonly NameSpan[];
  readonly role: string;
}
export interface Term {
  readonly term: NameSpan;
  readonly labelled: boolean;
}
export type ClausePart = Phrase | Remark | People | Term;

const role: Parser<PhraseRole> = roleAt;
const boundary = choice<unknown>(pattern(/[，；。、\s]/), end);
const separator = many(pattern(/[，；。、\s]/));

// --- names -----------------------------------------------------------------------------------------------------------
const MANY =
  '(?:部门和单位|单位和部门|单位|部门|机构|企业|主体|组织|方面|成员单位|地方|高校|园区|院校|团体|乡镇|县区)';
/** 等, and the vague group that may follow it: 等 · 等有关单位 · 等国务院相关部门 */
const vagueRest = sequence(
  pattern(new RegExp(`[^、，；。（〈〔]{0,14}?${MANY}(?:（[^（）]*）)?`)),
  ahead(choice<unknown>(role, boundary, pattern(/[及和与]/))),
);
const others: Parser<unknown> = sequence(
  pattern(/等(?:\d{1,2}[个家])?/),
  choice<unknown>(ahead(choice<unknown>(role, boundary, pattern(/[及和与]|并?会同/))), vagueRest),
);

const PLACE =
  '省|自治区|直辖市|市州?|地州?|州|盟|县级市|县|旗|区|乡镇?|镇|苏木|街道|社区|村|园区|开发区|新区';
/** 各市、县〔市、区〕政府 is one group, not two names; but in 各县、县水利局 the second 县 begins a name. */
const everyPlace = pattern(
  new RegExp(
    `各(?:设区的?|地级)?(?:${PLACE})(?:、(?:${PLACE})(?=、(?:${PLACE})|[（〔〈，；。]|人民政府|政府|党委|管委会|办事处|$|按|负责|配合|落实|牵头|组织|分别|参与|具体|等|及|和|为|共同|、))+`,
  ),
);
const comma = pattern(/[、，]/);
const join = pattern(/以及|及其|及|和|与/);
const togetherWith = pattern(/并?(?:会同|商|联合)/);
const SIGN = /[★☆▲△●◆※*#]/;

/** A name goes on until a separator or a role; brackets belong to it whole; 和 and 及 only part it where two names stand. */
const name: Parser<NameSpan> = (input, at) => {
  const start = SIGN.test(input.charAt(at)) ? at + 1 : at;
  if (/[（〈〔）〉〕]/.test(input.charAt(start))) return undefined;
  let i = everyPlace(input, start)?.end ?? start;
  let bracket = -1;
  while (i < input.length && (!/[、，；。：\n]/.test(input.charAt(i)) || joinsGovernment(input, start, i))) {
    if (i > start && endsName(input, start, i)) break;
    if (/[（〈〔《“]/.test(input.charAt(i))) {
      bracket = i;
      i = skipBracket(input, i);
    } else i += 1;
  }
  if (i <= start) return undefined;
  const closes = bracket > start && /[）〕]/.test(input.charAt(i - 1));
  const ownRole = closes && roleInBrackets(input.slice(bracket + 1, i - 1)) !== undefined;
  let last = ownRole ? bracket : i;
  const marked = start > at || SIGN.test(input.charAt(last - 1));
  while (last > start && SIGN.test(input.charAt(last - 1))) last -= 1;
  if (last <= start) return undefined;
  return { value: { start, end: last, ...(marked ? { marked } : {}) }, end: i };
};

/** 各县（区）委、政府 is one group. */
function joinsGovernment(input: string, start: number, at: number): boolean {
  return (
    input.charAt(at) === '、' &&
    input.charAt(at - 1) === '委' &&
    input.charAt(start) === '各' &&
    /^(?:人民)?政府(?![办])/.test(input.slice(at + 1, at + 6))
  );
}

function endsName(input: string, start: number, at: number): boolean {
  const character = input.charAt(at);
  if (/\s/.test(character)) return labelAt(input, at + 1) !== undefined || parts(input, start, at, at + 1);
  if (character === '等') return others(input, at) !== undefined;
  if ('以及和与'.includes(character)) {
    const joined = join(input, at);
    if (joined && parts(input, start, at, joined.end)) return true;
  }
  if ('并会商联'.includes(character)) {
    const joined = togetherWith(input, at);
    const before = input.slice(Math.max(start, at - 24), at);
    // What is 会同 with whom needs no look at the second: 会 begins no unit's last word here.
    const isWith = joined !== undefined && input.startsWith('会同', at) && endsLikeUnit(before);
    if (joined && (isWith || parts(input, start, at, joined.end))) return true;
  }
  if (
    LABEL_BEGINS.includes(character) &&
    isKnownLabel(input, at) &&
    endsLikeUnit(input.slice(Math.max(start, at - 24), at))
  )
    return true;
  if (!mayBeginRole(character)) return false;
  return role(input, at) !== undefined || contributes(input, start, at) !== undefined;
}

/** How the labels begin before which a blank may have been lost. */
const LABEL_BEGINS = '牵主配责参协落承完时联分办';
function isKnownLabel(input: string, at: number): boolean {
  const label = labelAt(input, at);
  return label !== undefined && label.value !== 'remark';
}

/** Do two names stand here, the first from `start` to `stop`, the second from `next`? */
function parts(input: string, start: number, stop: number, next: number): boolean {
  return joinsTwoNames(input.slice(Math.max(start, stop - 24), stop), input.slice(next, next + 16));
}

function contributes(input: string, start: number, at: number): number | undefined {
  const before = input.slice(Math.max(start, at - 24), at);
  return before.length >= 3 && endsLikeUnit(before) && !/^.{0,3}[省市县区州旗镇乡]$/.test(before)
    ? contributionAt(input, at)
    : undefined;
}

interface Names {
  readonly names: readonly NameSpan[];
  /** The role that brackets after a single name give it: 县水利局（牵头）. */
  readonly own: readonly (PhraseRole | undefined)[];
  readonly andOthers: boolean;
}
/** Names in a row; 等 may close the row, or stand before 及 and more names. */
const names: Parser<Names> = (input, at) => {
  const found: NameSpan[] = [];
  const own: (PhraseRole | undefined)[] = [];
  let andOthers = false;
  let i = at;
  for (;;) {
    const next = isOther(input, i) ? undefined : name(input, i);
    if (!next) break;
    found.push(next.value);
    own.push(
      /[（〔]/.test(input.charAt(next.value.end)) && next.value.end < next.end
        ? roleInBrackets(input.slice(next.value.end + 1, next.end - 1))
        : undefined,
    );
    i = next.end;
    const open = others(input, i);
    if (open) {
      andOthers = true;
      i = open.end;
    }
    const between = choice<unknown>(comma, join, pattern(/ /))(input, i);
    if (!between || role(input, i) || role(input, between.end) || isOther(input, between.end)) break;
    if (SECOND.test(input.slice(between.end, between.end + 3)) || !name(input, between.end)) break;
    i = between.end;
  }
  return found.length > 0 ? { value: { names: found, own, andOthers }, end: i } : undefined;
};
/** 会同 after a comma begins the part about those who take part. */
const SECOND = /^(?:并?会同|并?联合)/;

// --- what is no name -------------------------------------------------------------------------------------------------
const REMARK =
  /^(?:(?:列|排|排名|排序|名单|名列|位列|以上|标有?|带|加)?(?:在|有)?(?:第一|首|最前|前|[★☆▲△●◆※*#])(?:位|个|名|家|列|面)?(?:的|者|号)?[^，；。]{0,12}(?:为|是|作为|即为|系)?[^，；。]{0,8}牵头|加[粗黑][^，；。]{0,12}牵头|下同|以下|其中|不再|不另|详见|见附|另有规定)/;
const DATE =
  /^(?:并|且)?(?:分别)?(?:力争|确保|计划|预计|拟|于|在|到|至|截至|每)?(?:20\d{2}[年.\-/—]|\d{1,2}月|今年|本年|年[底内末中前]|[上下]半年|第?[一二三四]季度|长期(?:坚持|推进|任务|有效|执行|$|[，；。])|持续|常态|全年|立即|即时|即知即改|立行立改|适时|按年度|按时)/;
function isRemark(input: string, at: number): boolean {
  return REMARK.test(input.slice(at, at + 40));
}
function isDate(input: string, at: number): boolean {
  return DATE.test(input.slice(at, at + 12));
}
function isOther(input: string, at: number): boolean {
  return isRemark(input, at) || isDate(input, at) || labelAt(input, at) !== undefined;
}
const remark: Parser<Remark[]> = (input, at) => {
  if (!isRemark(input, at)) return undefined;
  const text = pattern(/[^，；。]*/)(input, at);
  return text && { value: [{ remark: text.value }], end: text.end };
};

// --- phrases ---------------------------------------------------------------------------------------------------------
function toPhrases(who: Names, what: PhraseRole, labelled: boolean): Phrase[] {
  const rest = who.names.filter((_, i) => who.own[i] === undefined);
  const own = who.names.flatMap((one, i) => {
    const said = who.own[i];
    return said === undefined ? [] : [{ names: [one], role: said, andOthers: false, labelled }];
  });
  return rest.length > 0 ? [...own, { names: rest, role: what, andOthers: who.andOthers, labelled }] : own;
}
/** 会同B负责: B takes part, whatever is said. */
const together: Parser<Phrase[]> = map(
  sequence<[string, Names, PhraseRole | undefined]>(
    pattern(/[，；、]?并?(?:会同|联合|商|协同)/),
    names,
    optional(role),
  ),
  ([, who]) => [{ names: who.names, role: 'support', andOthers: who.andOthers, labelled: false }],
);
const contribution: Parser<PhraseRole> = (input, at) => {
  const stop = contributionAt(input, at);
  return stop === undefined ? undefined : { value: 'sharedDuty', end: stop };
};
/** X牵头 · X、Y等按职责分工负责 · X会同Y · 由X牵头，会同Y负责 · X、Y */
const phrase: Parser<Phrase[]> = map(
  sequence<[unknown, Names, PhraseRole | undefined, Phrase[] | undefined]>(
    optional(pattern(/由/)),
    names,
    optional(choice(role, contribution)),
    optional(together),
  ),
  ([, who, what, others]) => [
    ...toPhrases(who, others ? 'lead' : (what ?? 'none'), false),
    ...(others ?? []),
  ],
);

// --- labels ----------------------------------------------------------------------------------------------------------
const labelled: Parser<Phrase[]> = (input, at) => {
  const label = labelAt(input, at);
  if (!label || !isRole(label.value)) return undefined;
  const from = separator(input, label.end)?.end ?? label.end;
  const read = sequence<[Names, PhraseRole | undefined]>(names, optional(choice(role, contribution)))(
    input,
    from,
  );
  if (!read) return { value: [], end: label.end };
  const [who, said] = read.value;
  return { value: toPhrases(who, said ?? label.value, true), end: read.end };
};
function isRole(meaning: LabelMeaning): meaning is PhraseRole {
  return meaning !== 'people' && meaning !== 'term' && meaning !== 'remark';
}
/** Everything up to the next label. */
const restOfLabel: Parser<string> = (input, at) => {
  let i = at;
  while (i < input.length && !/[；。\n]/.test(input.charAt(i))) {
    if (/[，、 ]/.test(input.charAt(i)) && labelAt(input, i + 1)) break;
    i += 1;
  }
  return { value: input.slice(at, i), end: i };
};
const people: Parser<(People | Phrase)[]> = (input, at) => {
  const label = labelAt(input, at);
  if (label?.value !== 'people') return undefined;
  const rest = restOfLabel(input, label.end)?.end ?? label.end;
  const who = names(input.slice(0, rest), label.end);
  const found = who?.value.names ?? [];
  const units = found.findIndex(({ start, end: stop }) => endsLikeUnit(input.slice(start, stop)));
  if (units > 0) {
    // 责任领导：张三，县水利局牵头: from the first unit on it is another part.
    const kept = found.slice(0, units);
    return { value: [{ people: kept, role: label.words }], end: kept.at(-1)?.end ?? label.end };
  }
  return { value: [{ people: found, role: label.words }], end: rest };
};
const term: Parser<Term[]> = (input, at) => {
  const label = labelAt(input, at);
  if (label?.value === 'term') {
    const stop = restOfLabel(input, label.end)?.end ?? label.end;
    return { value: [{ term: { start: label.end, end: stop }, labelled: true }], end: stop };
  }
  if (label || !isDate(input, at)) return undefined;
  const said = pattern(/[^，；。]*/)(input, at);
  return said && { value: [{ term: { start: at, end: said.end }, labelled: false }], end: said.end };
};
const otherLabel: Parser<Remark[]> = (input, at) => {
  const label = labelAt(input, at);
  if (label?.value !== 'remark') return undefined;
  const rest = restOfLabel(input, label.end);
  return rest && { value: [{ remark: rest.value }], end: rest.end };
};

/** Reads the inside of a clause; nothing where it does not follow the notation to its end. */
export function parseClause(input: string): ClausePart[] | undefined {
  const part = choice<ClausePart[]>(remark, labelled, people, term, otherLabel, phrase);
  const found: ClausePart[] = [];
  let at = separator(input, 0)?.end ?? 0;
  while (at < input.length) {
    const next = part(input, at);
    if (!next) return undefined;
    found.push(...next.value);
    const afterwards = separator(input, next.end)?.end ?? next.end;
    if (afterwards === next.end && next.end < input.length && !isKnownLabel(input, next.end))
      return undefined;
    at = afterwards;
  }
  return found.length > 0 ? found : undefined;
}
