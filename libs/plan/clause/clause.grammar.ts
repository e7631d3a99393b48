/**
 * The notation in which Chinese plans say who does what, read top to bottom as it is written:
 *
 *   clause   = labelled (；labelled)*  |  phrase ((，|；|。) phrase)*
 *   labelled = 牵头单位：names …        phrase = 由? names (等…)? role        names = name (、|，|及|和 name)*
 *
 * Input is the inside of a clause's brackets, normalised; positions are those of the input.
 */
import { skipBracket } from '../text/lists.js';
import {
  ahead,
  choice,
  end,
  many,
  map,
  optional,
  type Parser,
  pattern,
  sequence,
  word,
} from './combinators.js';
import { joinsTwoNames } from './unit-names.js';

/** What a phrase makes of its names; `none` where it does not say. */
export type PhraseRole = 'lead' | 'sharedLead' | 'duty' | 'sharedDuty' | 'support' | 'none';
export interface NameSpan {
  readonly start: number;
  readonly end: number;
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
}
export type ClausePart = Phrase | Remark | People | Term;

// --- words -----------------------------------------------------------------------------------------------------------
const boundary = choice<unknown>(pattern(/[，；。、]/), end);
const before = (parser: Parser<string>): Parser<string> =>
  map(sequence<[string, undefined]>(parser, ahead(boundary)), ([value]) => value);

const byDuty = pattern(
  /(?:根据|按照?|依)(?:照|据)?(?:各自|部门|本单位)?(?:的)?(?:职责|职能)(?:职责)?(?:分工|范围)?(?:和任务分工)?/,
);
const together = word('分别', '共同', '各自', '分工', '联合', '具体', '主要');
const manner = choice(byDuty, together);

const leading = word(
  '牵头负责',
  '牵头抓总',
  '牵头落实',
  '牵头组织实施',
  '牵头组织',
  '牵头推进',
  '牵头实施',
  '牵头承办',
  '牵头',
  '总牵头',
  '主办',
  '抓总',
);
const doing = word(
  '负责',
  '负责落实',
  '负责组织实施',
  '负责实施',
  '组织实施',
  '抓好落实',
  '落实',
  '承办',
  '推进',
  '实施',
  '各负其责',
);
const helping = word(
  '配合',
  '参与',
  '协助',
  '协同',
  '协办',
  '参加',
  '支持',
  '配合落实',
  '协同配合',
  '参与配合',
  '配合做好',
  '配合实施',
  '协同推进',
  '配合负责',
  '参与负责',
);
const togetherWith = word('会同', '商', '联合');

// --- roles -----------------------------------------------------------------------------------------------------------
const role: Parser<PhraseRole> = choice<PhraseRole>(
  map(before(leading), () => 'lead'),
  map(before(doing), () => 'duty'),
  map(before(helping), () => 'support'),
  map(sequence<[string, unknown, string]>(manner, many(manner), before(leading)), () => 'sharedLead'),
  map(sequence<[string, unknown, string]>(manner, many(manner), before(doing)), () => 'sharedDuty'),
  map(sequence<[string, unknown, string]>(manner, many(manner), before(helping)), () => 'support'),
);

// --- names -----------------------------------------------------------------------------------------------------------
/** 等, and the vague group that may follow it: 等 · 等有关单位 · 等国务院相关部门 */
const vagueRest = pattern(
  /[^、，；。（〈〔]{0,14}?(?:部门和单位|单位|部门|机构|企业|主体|组织|方面)(?=及|和|[，；。、]|按|根据|依|$)/,
);
const others: Parser<unknown> = sequence(
  word('等'),
  choice<unknown>(ahead(choice<unknown>(role, boundary, pattern(/[及和与]/))), vagueRest),
);

/** 各市、县〔市、区〕政府 is one group, not two names. */
const everyPlace = pattern(/各(?:设区的?)?(?:市州?|州|地市?|省)、(?=[县区市州])/);
const comma = pattern(/[、，]/);
const join = word('以及', '及', '和', '与');

/** How the words that may follow a name begin: only there is it worth while to try them all. */
const MAY_END_NAME = /[牵总主抓负落组实承推各配参协支根按依分共联具等以及和与会商]/;

/** A name goes on until a separator or a role; brackets belong to it whole; 和 and 及 only part it where two names stand. */
const name: Parser<NameSpan> = (input, at) => {
  let i = everyPlace(input, at)?.end ?? at;
  while (i < input.length && !/[、，；。：]/.test(input.charAt(i))) {
    if (
      i > at &&
      MAY_END_NAME.test(input.charAt(i)) &&
      (role(input, i) || others(input, i) || stopsAtJoin(input, at, i) || isTogetherWith(input, at, i))
    )
      break;
    i = /[（〈〔《“]/.test(input.charAt(i)) ? skipBracket(input, i) : i + 1;
  }
  return i > at ? { value: { start: at, end: i }, end: i } : undefined;
};

function stopsAtJoin(input: string, start: number, at: number): boolean {
  const joined = join(input, at);
  return (
    joined !== undefined && joinsTwoNames(input.slice(start, at), input.slice(joined.end, joined.end + 12))
  );
}

function isTogetherWith(input: string, start: number, at: number): boolean {
  const found = togetherWith(input, at);
  return found !== undefined && joinsTwoNames(input.slice(start, at), input.slice(found.end, found.end + 12));
}

interface Names {
  readonly names: readonly NameSpan[];
  readonly andOthers: boolean;
}
/** Names in a row; 等 may close the row, or stand before 及 and more names. */
const names: Parser<Names> = (input, at) => {
  const found: NameSpan[] = [];
  let andOthers = false;
  let i = at;
  for (;;) {
    const next = name(input, i);
    if (!next || isRemark(input, i)) break;
    found.push(next.value);
    i = next.end;
    const open = others(input, i);
    if (open) {
      andOthers = true;
      i = open.end;
    }
    const separator = choice<unknown>(comma, join)(input, i);
    if (!separator || role(input, i) || isRemark(input, separator.end) || !name(input, separator.end)) break;
    if (role(input, separator.end)) break;
    i = separator.end;
  }
  return found.length > 0 ? { value: { names: found, andOthers }, end: i } : undefined;
};

// --- phrases ---------------------------------------------------------------------------------------------------------
const separator = many(pattern(/[，；。、]/));

/** 由A会同B负责: A leads, B takes part. */
const jointly: Parser<Phrase[]> = map(
  sequence<[unknown, Names, unknown, Names, PhraseRole | undefined]>(
    optional(word('由')),
    names,
    togetherWith,
    names,
    optional(role),
  ),
  ([, first, , second]) => [
    { names: first.names, role: 'lead', andOthers: false, labelled: false },
    { names: second.names, role: 'support', andOthers: second.andOthers, labelled: false },
  ],
);
/** X牵头 · X、Y等按职责分工负责 · X、Y */
const phrase: Parser<Phrase[]> = map(
  sequence<[unknown, Names, PhraseRole | undefined]>(optional(word('由')), names, optional(role)),
  ([, who, what]) => [{ names: who.names, role: what ?? 'none', andOthers: who.andOthers, labelled: false }],
);

// --- labels ----------------------------------------------------------------------------------------------------------
const LABELS: readonly (readonly [PhraseRole, Parser<string>])[] = [
  ['lead', pattern(/(?:总?牵头|主办|主责|主要责任)(?:责任)?(?:单位|部门|处室)(?:（部门）)?：/)],
  ['support', pattern(/(?:配合|参与|参加|协办|协同|支持|协助)(?:责任)?(?:单位|部门|处室)：/)],
  ['sharedDuty', pattern(/(?:责任|落实|承办|实施|负责)(?:单位|部门|主体|处室)：/)],
];
const labelled: Parser<Phrase[]> = choice(
  ...LABELS.map(([meaning, label]) =>
    map(
      sequence<[string, Names, PhraseRole | undefined]>(label, names, optional(role)),
      ([, who, said]): Phrase[] => [
        { names: who.names, role: said ?? meaning, andOthers: who.andOthers, labelled: true },
      ],
    ),
  ),
);
const peopleLabel = pattern(/(?:责任领导|牵头领导|分管领导|责任人|牵头人|负责人|联系人|联络员|包联领导)：/);
const people: Parser<People[]> = (input, at) => {
  const label = peopleLabel(input, at);
  if (!label) return undefined;
  const who = names(input, label.end);
  return {
    value: [{ people: who?.value.names ?? [], role: label.value.slice(0, -1) }],
    end: who?.end ?? label.end,
  };
};
const termLabel = pattern(/(?:完成|办结|推进|整改)?(?:时限|时间|期限|节点)(?:要求)?：/);
const term: Parser<Term[]> = map(
  sequence<[string, string]>(termLabel, pattern(/[^；。]*/)),
  ([label, text], start) => [
    { term: { start: start + label.length, end: start + label.length + text.length } },
  ],
);

// --- remarks ---------------------------------------------------------------------------------------------------------
const REMARK =
  /^(?:(?:列|排|排名|排序|名单|以上)?(?:在)?(?:第一|首)位?的?[^，；。]{0,10}(?:为|是|作为)[^，；。]{0,8}牵头|下同|以下|其中|不再|不另|详见|见附)/;
function isRemark(input: string, at: number): boolean {
  return REMARK.test(input.slice(at, at + 40));
}
const remark: Parser<Remark[]> = (input, at) => {
  if (!isRemark(input, at)) return undefined;
  const text = pattern(/[^，；。]*/)(input, at);
  return text && { value: [{ remark: text.value }], end: text.end };
};

/** Reads the inside of a clause; nothing where it does not follow the notation to its end. */
export function parseClause(input: string): ClausePart[] | undefined {
  const part = choice<ClausePart[]>(remark, labelled, people, term, jointly, phrase);
  const parts: ClausePart[] = [];
  let at = separator(input, 0)?.end ?? 0;
  while (at < input.length) {
    const next = part(input, at);
    if (!next) return undefined;
    parts.push(...next.value);
    const afterwards = separator(input, next.end)?.end ?? next.end;
    if (afterwards === next.end && next.end < input.length) return undefined;
    at = afterwards;
  }
  return parts.length > 0 ? parts : undefined;
}
