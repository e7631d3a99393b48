import { skipBracket, splitOutsideBrackets } from './text/lists.js';
import { type MappedText, printedAt, type Span, trimSpan } from './text/mapped-text.js';

export interface WorkingGroup {
  readonly name: string;
  readonly leadUnit: string;
  readonly duty: string;
}
/** 工作专班: who convenes it, who belongs to it, where its office is. Names as printed. */
export interface TaskForce {
  readonly name: string;
  readonly convener: string;
  readonly executiveDeputyConveners: readonly string[];
  readonly deputyConveners: readonly string[];
  readonly memberUnits: readonly string[];
  readonly officeUnit: string;
  readonly workingGroups: readonly WorkingGroup[];
}

const BODY = '(?:工作)?(?:专班|领导小组|工作组|指挥部|推进组|协调小组|协调机制|联席会议)';
const FOUNDED = new RegExp(
  `(?:成立|组建|设立|建立)(?!由|以)([^，。；]{2,60}?${BODY})(?=(?:制度)?[，。；（])`,
  'u',
);
/** 成立由甲任组长、乙等为成员的…领导小组: who belongs to it stands before its name. */
const FOUNDED_OF = new RegExp(
  `(?:成立|组建|设立|建立)(?=(?:由|以)[^。；]{4,300}?的[^，。；的]{0,40}?${BODY}[，。；（])`,
  'u',
);
const NAME_AFTER = new RegExp(`的([^，。；的]{0,40}?${BODY})(?=[，。；（])`, 'u');
const TITLES = '召集人|组长|指挥长|总召集人|牵头人';
const OFFICE = /办公室(?:设(?:在|于)?|在)([^，。；]{2,40}?)(?=[，。；]|$)/u;
const GROUPS = /下设[^：；。]{0,20}?(?:工作)?(?:组|专班|小组)：/u;
const PERSON =
  /(?:主任|局长|县长|区长|市长|书记|部长|院长|检察长|主席|会长|经理|董事长|队长|乡长|镇长|站长|所长|政委|负责人|负责同志|领导|秘书长|参谋|校长|行长|厅长)$/u;
const SHARED_TITLE = /((?:主要|分管|有关|相关)?(?:负责人|负责同志|领导))$/u;

/**
 * Reads the paragraph that founds a task force: 成立…专班，由A任召集人，B、C任副召集人，D等为成员单位。…办公室设在E.
 * A title that only the last of several names carries (A、B主要负责人) belongs to each of them.
 */
export function readTaskForce(mapped: MappedText, span: Span): TaskForce | undefined {
  const text = mapped.text.slice(span.start, span.end);
  const founded = foundedIn(text);
  if (!founded) return undefined;
  const { start, name } = founded;
  const roles = findRoles(mapped, span, text, start);
  if (!roles.some((role) => role.kind === 'convener') && !OFFICE.test(text)) return undefined;
  const people = (kind: RoleKind): string[] =>
    roles.filter((role) => role.kind === kind).flatMap((role) => role.names);
  const office = OFFICE.exec(text);
  const officeStart = office ? span.start + office.index + office[0].length - (office[1] ?? '').length : 0;
  return {
    name: printedAt(mapped, { start: span.start + name.start, end: span.start + name.end }),
    convener: people('convener').join('、'),
    executiveDeputyConveners: withSharedTitle(people('executiveDeputy')),
    deputyConveners: withSharedTitle(people('deputy')),
    memberUnits: people('member').map(withoutPost),
    officeUnit: office
      ? printedAt(mapped, { start: officeStart, end: officeStart + (office[1] ?? '').length })
      : '',
    workingGroups: readWorkingGroups(mapped, span, text),
  };
}

/** Where the founding begins, and where the name of what is founded stands. */
function foundedIn(text: string): { start: number; name: Span } | undefined {
  const plain = FOUNDED.exec(text);
  const of = FOUNDED_OF.exec(text);
  if (plain && (!of || plain.index < of.index)) {
    const end = plain.index + plain[0].length;
    return { start: plain.index, name: { start: end - (plain[1] ?? '').length, end } };
  }
  if (!of) return undefined;
  const from = of.index + of[0].length;
  const named = NAME_AFTER.exec(text.slice(from));
  if (!named) return undefined;
  const end = from + named.index + named[0].length;
  return { start: from, name: { start: end - (named[1] ?? '').length, end } };
}

/** 县林业局主要负责人 and 县林业局等单位 belong to it as 县林业局. */
function withoutPost(name: string): string {
  const unit = name.replace(
    /(?:等(?:部门和)?(?:单位|部门)?)?(?:的)?(?:主要|分管|有关|相关)?(?:负责人|负责同志)$/u,
    '',
  );
  return unit.replace(/等(?:部门和单位|单位|部门)?$/u, '') || name;
}

type RoleKind = 'convener' | 'executiveDeputy' | 'deputy' | 'member';
const ROLE_WORDS: readonly (readonly [RoleKind, RegExp])[] = [
  ['executiveDeputy', new RegExp(`(?:任|担任|为)(?:常务|执行|第一)副(?:${TITLES})$`, 'u')],
  ['deputy', new RegExp(`(?:任|担任|为)副(?:${TITLES})$`, 'u')],
  ['convener', new RegExp(`(?:任|担任|为)(?:总|双|第一)?(?:${TITLES})$`, 'u')],
  ['member', /(?:等)?(?:为|是|任|担任|作为)(?:专班|小组)?(?:成员(?:单位)?|组成单位)(?:的[^，。；]{0,50})?$/u],
];
/** 组长由县长担任 · 成员由甲局、乙局组成 · 副组长：… */
const TITLE_FIRST: readonly (readonly [RoleKind, RegExp])[] = [
  ['executiveDeputy', new RegExp(`^(?:常务|执行|第一)副(?:${TITLES})(?:由|：)`, 'u')],
  ['deputy', new RegExp(`^副(?:${TITLES})(?:由|：)`, 'u')],
  ['convener', new RegExp(`^(?:总|双|第一)?(?:${TITLES})(?:由|：)`, 'u')],
  ['member', /^成员(?:单位)?(?:由|：|包括|为)/u],
];

/** Reads comma by comma: a stretch that ends in a role gives its names, and those of the stretches before it that had none. */
function findRoles(
  mapped: MappedText,
  span: Span,
  text: string,
  from: number,
): { kind: RoleKind; names: string[] }[] {
  const found: { kind: RoleKind; names: string[] }[] = [];
  for (const part of splitOutsideBrackets(text, { start: from, end: text.length }, '，。；')) {
    const words = text.slice(part.start, part.end);
    const first = TITLE_FIRST.map(([kind, form]) => ({ kind, said: form.exec(words)?.[0] })).find(
      ({ said }) => said !== undefined,
    );
    if (first?.said !== undefined) {
      const end = part.end - (/(?:担任|兼任|任|组成)$/u.exec(words)?.[0].length ?? 0);
      const names = namesAt(mapped, span, text, { start: part.start + first.said.length, end });
      found.push({ kind: first.kind, names });
      continue;
    }
    for (const [kind, form] of ROLE_WORDS) {
      const match = form.exec(words);
      if (!match) continue;
      const lead = /^(?:并)?[由以]/u.exec(words)?.[0].length ?? 0;
      const at = { start: part.start + lead, end: part.start + match.index };
      found.push({ kind, names: namesAt(mapped, span, text, at) });
      break;
    }
  }
  return found;
}

function namesAt(mapped: MappedText, span: Span, text: string, at: Span): string[] {
  return splitOutsideBrackets(text, at, '、').map((name) => {
    const trimmed = trimSpan(text, name);
    return printedAt(mapped, { start: span.start + trimmed.start, end: span.start + trimmed.end });
  });
}

function withSharedTitle(names: readonly string[]): string[] {
  const shared = SHARED_TITLE.exec(names.at(-1) ?? '')?.[1] ?? '';
  return names.map((name) => (shared !== '' && !PERSON.test(name) ? `${name}${shared}` : name));
}

/** 下设4个工作组：安全组（甲局明确人员负责）；… */
function readWorkingGroups(mapped: MappedText, span: Span, text: string): WorkingGroup[] {
  const opening = GROUPS.exec(text);
  if (!opening) return [];
  const from = opening.index + opening[0].length;
  const stop = splitOutsideBrackets(text, { start: from, end: text.length }, '。')[0];
  if (!stop) return [];
  return splitOutsideBrackets(text, stop, '；').flatMap((part) => {
    const bracket = text.indexOf('（', part.start);
    if (bracket < 0 || bracket >= part.end) return [];
    const close = skipBracket(text, bracket, part.end);
    const duty = printedAt(mapped, { start: span.start + bracket + 1, end: span.start + close - 1 });
    return [
      {
        name: printedAt(mapped, { start: span.start + part.start, end: span.start + bracket }),
        leadUnit: /^[^，。；、]{2,24}?(?=明确|牵头|负责|安排|指定|抽调|确定)/u.exec(duty)?.[0] ?? '',
        duty,
      },
    ];
  });
}
