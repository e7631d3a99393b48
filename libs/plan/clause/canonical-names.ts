const LEVEL = /^(省|市(?!场)|县|区|州|旗)/;
const QUALIFIED =
  /[省市县区州旗国]|中央|各|有关|相关|其他|人行|人民银行|之江|^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)/;
const DROPS_PREFIX = /(?:厅|局|委|办)$/;
const PLACE = /^[^、，（）]{1,7}[市县区州旗]$/;
const PLACE_WITH_BODY = /^[^、，（）]{1,7}[市县区州旗](人民政府|政府|党委)$/;

/**
 * The names of one row as they are meant: a level that only the first name carries is given to the others
 * (省科技厅、工业和信息化厅), a body that only the last name carries to the places before it
 * (甲市、乙市人民政府), and facets get one order.
 */
export function canonicalNames(names: readonly string[], levelOfClause?: string): string[] {
  let level = levelOfClause;
  const restored = names.map((name) => {
    const own = LEVEL.exec(name)?.[1];
    if (own !== undefined) level = own;
    const lacksLevel =
      own === undefined &&
      level !== undefined &&
      DROPS_PREFIX.test(name) &&
      !QUALIFIED.test(name.replace('市场', ''));
    return canonicalForm(lacksLevel ? `${level}${name}` : name);
  });
  for (let i = restored.length - 2; i >= 0; i -= 1) {
    const body = PLACE_WITH_BODY.exec(restored[i + 1] ?? '')?.[1];
    const place = restored[i] ?? '';
    if (body !== undefined && PLACE.test(place) && !/^各/.test(place)) restored[i] = `${place}${body}`;
  }
  return restored;
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
