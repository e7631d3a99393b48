import { UNIT_KIND_LABELS, UNIT_KINDS, type UnitKind } from '../unit-seed.schema.js';

/** Words of a list for the kinds of units, and what a name tells where the list says nothing. */
const BY_WORD: readonly (readonly [RegExp, UnitKind])[] = [
  [/单位组|统称|组$/u, 'group'],
  [/党委|党群|党的/u, 'party-organ'],
  [/群团|人民团体|社会团体/u, 'mass-organisation'],
  [/法检|司法机关|审判|检察/u, 'judicial-organ'],
  [/乡镇|镇街|街道|乡$/u, 'township'],
  [/事业/u, 'public-institution'],
  [/垂管|垂直|派出|分局|驻.*单位|双管/u, 'branch-office'],
  [/公用|水电|通信/u, 'utility-company'],
  [/企业|国企|公司|平台/u, 'state-company'],
  [/专班|指挥部|临时/u, 'task-force'],
  [/办公室|办事机构|议事协调/u, 'office'],
  [/政府部门|工作部门|组成部门|行政|机关/u, 'government-department'],
  [/政府/u, 'government'],
];

const BY_NAME: readonly (readonly [RegExp, UnitKind])[] = [
  [/^各|^有关|^相关|成员单位$/u, 'group'],
  [/^.?人民政府$/u, 'government'],
  [/(?:乡|镇|街道)(?:人民政府|办事处)?$/u, 'township'],
  [/法院$|检察院$/u, 'judicial-organ'],
  [/^.?委.*(?:部|委|办|办公室|党校|局)$|纪委|监委/u, 'party-organ'],
  [/总工会$|妇联$|残联$|工商联$|科协$|文联$|侨联$|联合会$|红十字会$|^团.委$/u, 'mass-organisation'],
  [/(?:供电|电信|移动|联通|铁塔|邮政|燃气|水务|自来水).*公司$/u, 'utility-company'],
  [/公司$|集团$|银行$/u, 'state-company'],
  [/分局$|支队$|大队$|中队$|税务局$/u, 'branch-office'],
  [/专班$|指挥部$/u, 'task-force'],
  [/中心$|馆$|台$|院$|校$|站$|所$/u, 'public-institution'],
  [/办$|办公室$|督查室$|研究室$/u, 'office'],
  [/[局委厅部]$|委员会$/u, 'government-department'],
];

/** The kind of a unit by the word of a list (事业单位, or the kind's own name), else by its name. */
export function kindOfUnit(name: string, word: string): UnitKind {
  const own = UNIT_KINDS.find((kind) => kind === word.trim() || UNIT_KIND_LABELS[kind] === word.trim());
  const said = word.trim() === '' ? undefined : BY_WORD.find(([form]) => form.test(word))?.[1];
  return own ?? said ?? BY_NAME.find(([form]) => form.test(name))?.[1] ?? 'other';
}
