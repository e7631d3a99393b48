import { canonicalForm } from '../clause/canonical-names.js';
import type { NamePrefixes } from './normal-form.js';

/** What kind of body a name ends in; those of one class are written for one another. */
export type BodyClass = 'department' | 'office' | 'committee' | 'centre' | 'company' | 'party' | 'other';

/** A unit's name taken apart: 区发展和改革局 is level 区, core 发展改革, body 局. */
export interface NameCore {
  /** 国 省 市 县 …; empty where the name says none. */
  readonly level: string;
  /** The words that tell one unit from another. */
  readonly core: string;
  readonly body: string;
  readonly bodyClass: BodyClass;
}

const LEVEL =
  /^(国家|全国|省(?!域)|市(?!场|域|政(?:园林|设施|公用|管理|工程|服务))|县(?!域)|区(?!域)|州|旗|盟|乡(?!村)|镇)(?=..)/u;
/** Said of a body, not of what it does. */
const FORMALITY = /^(?:中国共产党|中共|人民政府|政府)(?=..)/u;

const BODIES: readonly [RegExp, BodyClass][] = [
  [/(?:股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|分公司|公司|集团)$/u, 'company'],
  [/(?:委员会办公室|委办公室|办公室|办)$/u, 'office'],
  [/(?:委员会|党委|工委|委)$/u, 'committee'],
  [/(?:服务中心|事务中心|发展中心|中心|服务站|所|站|院|馆|台|校)$/u, 'centre'],
  [/(?:管理局|事务局|服务局|分局|总局|支局|局|厅)$/u, 'department'],
  [/(?:支队|大队|中队|总队|队)$/u, 'department'],
  [/部$/u, 'party'],
];

const JOINTS = /[和与及、“”"《》·]/gu;

/** Takes a name apart; `prefixes` are those of the jurisdiction whose units it is compared with. */
export function nameCore(name: string, { fullPrefixes, shortPrefix }: NamePrefixes): NameCore {
  let rest = canonicalForm(name).replace(/[〈（].*?[〉）]/gu, '');
  let level = '';
  for (let i = 0; i < 4; i += 1) {
    const formality = FORMALITY.exec(rest);
    const prefix = fullPrefixes.find((one) => rest.startsWith(one) && rest.length > one.length + 1);
    const own = LEVEL.exec(rest)?.[1];
    if (formality) rest = rest.slice(formality[0].length);
    else if (prefix !== undefined && level === '') [level, rest] = [shortPrefix, rest.slice(prefix.length)];
    else if (own !== undefined && level === '') [level, rest] = [own, rest.slice(own.length)];
    else break;
  }
  // 县委组织部 and 团县委: the party's and the league's committees stand before or around the level.
  const league = /^团([省市县区州旗])委$/u.exec(rest);
  if (league) [level, rest] = [league[1] ?? '', '团委'];
  if (level !== '' && /^委(?!员)../u.test(rest)) rest = rest.slice(1);
  const found = BODIES.map(([pattern, bodyClass]) => ({ match: pattern.exec(rest), bodyClass })).find(
    ({ match }) => match !== null && match.index > 0,
  );
  const body = found?.match?.[0] ?? '';
  return {
    level,
    core: rest.slice(0, rest.length - body.length).replace(JOINTS, ''),
    body,
    bodyClass: found?.bodyClass ?? 'other',
  };
}
