import { canonicalForm } from '../clause/canonical-names.js';
import type { NamePrefixes } from './normal-form.js';

/** What kind of body a name ends in; those of one class are written for one another. */
export type BodyClass = 'department' | 'brigade' | 'office' | 'committee' | 'centre' | 'company' | 'other';

/** A unit's name taken apart: 区发展和改革局 is level 区, core 发展改革, body 局. */
export interface NameCore {
  /** 国 省 市 县 …; empty where the name says none. */
  readonly level: string;
  /** The name without its level, joints and formalities: 发展改革局. */
  readonly rest: string;
  /** The words that tell one unit from another. */
  readonly core: string;
  readonly body: string;
  readonly bodyClass: BodyClass;
}

const LEVEL =
  /^(国家|全国|省(?!域)|市(?!场|域|政(?:园林|设施|公用|管理|工程|服务))|县(?!域)|区(?!域)|州|旗|盟|乡(?!村)|镇)(?=..)/u;

/** Said of a body, not of what it does; what is left must still say something. */
const FORMALITY =
  /^(?:(?:中国共产党|中共)(?=..)|人民(?=法院|检察院|武装)|政府(?=(?!办$|办公室$|办公厅$|研究室$|督查室$)..)|委(?=(?!员|办$|办公室$)..))/u;

const BODIES: readonly [RegExp, BodyClass][] = [
  [/(?:(?:股份|责任|集团|有限)*公司|分公司|集团)$/u, 'company'],
  [/(?:委员会办公室|领导小组办公室|委办公室|工作办公室|办公室|办公厅|办)$/u, 'office'],
  [/(?:委员会|党委|工委|委)$/u, 'committee'],
  [/(?:服务中心|事务中心|发展中心|中心|服务站|所|站|馆|台|校)$/u, 'centre'],
  [/(?:管理局|事务局|服务局|分局|总局|支局|局|厅)$/u, 'department'],
  [/(?:支队|大队|中队|总队|队)$/u, 'brigade'],
];
/** A body within: 生态环境局·分局, 邮政集团有限公司·分公司. */
const INNER_BODY = /(?:(?:股份|责任|集团|有限)+公司|局|公司)$/u;

const JOINTS = /[和与及、“”"《》·\s]/gu;

/** Takes a name apart; `prefixes` are those of the jurisdiction whose units it is compared with. */
export function nameCore(name: string, { fullPrefixes, shortPrefix }: NamePrefixes): NameCore {
  let rest = canonicalForm(name)
    .replace(/[〈（].*?[〉）]/gu, '')
    .replace('人民政府', '政府');
  let level = '';
  // The place may stand in the middle: 国家税务总局乙县税务局, 共青团乙县委员会.
  for (const prefix of [...fullPrefixes].sort((a, b) => b.length - a.length)) {
    const at = rest.indexOf(prefix);
    if (at < 0 || rest.length <= prefix.length + 1) continue;
    level = shortPrefix;
    rest = rest.slice(0, at) + rest.slice(at + prefix.length);
    break;
  }
  for (let i = 0; i < 4; i += 1) {
    const formality = FORMALITY.exec(rest)?.[0];
    const own = LEVEL.exec(rest)?.[1];
    // Once, and again where it is the same (县委县政府信访局): 国家 of 县委国家安全委员会 is no level.
    const repeated = i === 0 ? own : own === level ? own : undefined;
    if (own !== undefined && (level === '' || repeated !== undefined))
      [level, rest] = [level === '' ? own : level, rest.slice(own.length)];
    else if (formality !== undefined && (formality !== '委' || i > 0)) rest = rest.slice(formality.length);
    else break;
  }
  // 团县委: the league's committee names the level in its middle.
  const league = /^团([省市县区州旗])委$/u.exec(rest)?.[1];
  if (league !== undefined) [level, rest] = [league, '团委'];
  rest = rest.replace(JOINTS, '');
  const found = BODIES.map(([pattern, bodyClass]) => ({ match: pattern.exec(rest), bodyClass })).find(
    ({ match }) => match !== null && match.index > 0,
  );
  const body = found?.match?.[0] ?? '';
  const core = rest.slice(0, rest.length - body.length);
  const inner = INNER_BODY.exec(core);
  return {
    level,
    rest,
    core: inner && inner.index > 1 ? core.slice(0, inner.index) : core,
    body,
    bodyClass: found?.bodyClass ?? 'other',
  };
}
