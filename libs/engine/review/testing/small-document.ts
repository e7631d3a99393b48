/** A plan as a county might publish it: two aspects, five tasks, a unit that is in no directory, one task that nobody leads. */
export const SMALL_DOCUMENT = `示例区人民政府办公室关于印发《2025年便民服务提升行动方案》的通知
示政办发〔2025〕3号
各乡镇人民政府，区直有关单位：
现将《2025年便民服务提升行动方案》印发给你们，请认真组织实施。
示例区人民政府办公室
2025年3月10日
2025年便民服务提升行动方案
一、重点任务
1.扩大学前教育供给。6月底前新增公办园学位300个。（区教育局牵头，区民政局配合）
2.开设暑期托管班。每季度检查1次，7月底前开班20个；9月底前评估效果。（区教育局牵头，区体育局配合）
3.整修社区服务站。年底前整修社区服务站12个。（区民政局牵头，区教育局配合）
4.方便群众办事。（区教育局、区民政局按职责分工负责）
5.办好老年食堂。12月31日前建成老年食堂5家。（区民政局负责）
`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Where a phrase of the small document begins, in code points. */
export function placeOf(phrase: string, text = SMALL_DOCUMENT): number {
  const at = text.indexOf(phrase);
  if (at < 0) throw new Error(`the document does not say ${phrase}`);
  return Array.from(text.slice(0, at)).length;
}
