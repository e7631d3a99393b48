const LEVEL =
  /^(自治区|自治州|省(?!域)|市(?!场|域|政(?:园林|设施|公用|管理|工程|集团|公司|中心))|县(?!域)|区(?!域)|州|旗|盟|镇(?!街)|乡(?!镇|村))/;
const QUALIFIED =
  /[省市县区州旗盟国]|中央|各|有关|相关|其他|人行|人民银行|之江|兵团|^(?:银保监|证监|外汇|海事|海关|国网|中国|驻|北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)/;
/** Bodies of the state in a place carry the place's own name: 河西税务局 is none of the city's. */
const OF_STATE =
  /^.{2,}(?:税务局|海事局|金融监管(?:分)?局|银保监(?:分)?局|证监局|邮政管理局|通信管理局|烟草专卖局|调查队|监管局|分局|供电局|电力局|铁路局)$/;
const DROPS_PREFIX =
  /(?:厅|局|委|办|法院|检察院|总工会|妇联|残联|工商联|科协|文联|侨联|供销社|[总支大]队|管委会|委员会|办公室)$/;
/** Of a town or a street also small bodies drop the name of the place. */
const DROPS_PREFIX_OF_TOWN = /(?:办|所|站|中心|室|队)$/;
const PARTY_BODY =
  /^(?:组织部|宣传部|统战部|政法委|网信办|编办|社会工作部|社工部|老干部局|党校|巡察办|国安办|改革办|财经办|农办)/;
const PLACE = /^[^、，（）]{1,7}[市县区州旗]$/;
const PLACE_WITH_BODY = /^[^、，（）]{1,7}[市县区州旗](人民政府|政府|党委|管委会)$/;

/**
 * The names of one row as they are meant: a level that only the first name carries is given to the others
 * (省科技厅、工业和信息化厅; 县委组织部、宣传部), a body that only the last name carries to the places before it
 * (甲市、乙市人民政府), and facets get one order.
 */
export function canonicalNames(names: readonly string[], levelOfClause?: string): string[] {
  let level = levelOfClause;
  let ofParty = false;
  const restored = names.map((name) => {
    const own = LEVEL.exec(name)?.[1];
    if (own !== undefined) {
      level = own;
      ofParty = name.startsWith(`${own}委`) || name.startsWith(`${own}党委`);
    }
    const drops =
      DROPS_PREFIX.test(plain(name)) ||
      (/^[镇乡]$/.test(level ?? '') && DROPS_PREFIX_OF_TOWN.test(plain(name)));
    if (own !== undefined || level === undefined || isQualified(name)) return canonicalForm(name);
    if (ofParty && PARTY_BODY.test(name)) return canonicalForm(`${level}${partyOf(level)}${name}`);
    return canonicalForm(drops ? `${level}${name}` : name);
  });
  for (let i = restored.length - 2; i >= 0; i -= 1) {
    const body = PLACE_WITH_BODY.exec(restored[i + 1] ?? '')?.[1];
    const place = restored[i] ?? '';
    if (body !== undefined && PLACE.test(place) && !/^各/.test(place)) restored[i] = `${place}${body}`;
  }
  return restored;
}

/** Does a name say whose body it is, so that no level was dropped? */
function isQualified(name: string): boolean {
  if (QUALIFIED.test(name.replace('市场', ''))) return true;
  return OF_STATE.test(plain(name)) && !/^(?:市场|药品|金融|地方|国资|医疗|食品)/.test(name);
}

function partyOf(level: string): string {
  return level === '自治区' ? '党委' : '委';
}

/** The name without the facets and second names in brackets at its end. */
function plain(name: string): string {
  return name.replace(/(?:（[^（）]*）|〈[^〈〉]*〉|〔[^〔〕]*〕|\([^()]*\))$/, '');
}

/** The level word that the names of a clause carry (省, 市, 区 …), if any. */
export function levelOf(names: readonly string[]): string | undefined {
  for (const name of names) {
    const level = LEVEL.exec(name)?.[1];
    if (level !== undefined) return level;
  }
  return undefined;
}

/** One form for one name: Chinese brackets, no blanks, the facets of a unit in one order. */
export function canonicalForm(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[(（〔[]/g, '（')
    .replace(/[)）〕\]]/g, '）')
    .replace(/[<﹤]/g, '〈')
    .replace(/[>﹥]/g, '〉');
  return folded.replace(
    /〈([^〈〉]*)〉/g,
    (_, facets: string) => `〈${facets.split('、').sort().join('、')}〉`,
  );
}
