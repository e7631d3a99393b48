const RULE =
  /(?:列|排|排序|排名|名列)(?:在)?(?:第一|首)位?(?:的)?[^，；。]{0,12}为[^，；。]{0,12}牵头(?:单位|部门)|(?:第一|首)(?:位|个)(?:的)?(?:责任)?(?:单位|部门)?为牵头(?:单位|部门)/;

/** Does this text say that the first-listed unit of each clause leads ("排序第一的责任单位为…牵头单位")? */
export function saysFirstListedLeads(text: string): boolean {
  return RULE.test(text);
}
