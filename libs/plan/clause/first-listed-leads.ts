/** 列第一位的 · 排名首位的单位 · 第一个责任单位 · 首家单位 */
const FIRST =
  '(?:(?:列|排|排序|排名|名列|位列|位居|排列|放|处)(?:在|于)?(?:第一|首|最前|前)(?:位|个|名|家|面|列)?|(?:第一|首)(?:位|个|名|家|责任(?:单位|部门)))(?:的|者)?';
const RULE = new RegExp(
  `${FIRST}[^，；。]{0,12}(?:为|是|即为|作为|系)[^，；。]{0,12}牵头(?:责任)?(?:单位|部门|汇总)?|${FIRST}(?:责任)?(?:单位|部门)?牵头`,
);

/** Does this text say that the first-listed unit of each clause leads ("排序第一的责任单位为…牵头单位")? */
export function saysFirstListedLeads(text: string): boolean {
  return RULE.test(text);
}
