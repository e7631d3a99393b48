import { inLanguage } from '../in-language.js';

export const evidenceText = inLanguage('evidenceText', {
  title: '佐证材料',
  none: '还没有佐证材料。填报不要求附材料；需要留存的，可在这里上传。',
  office: '督查、指挥部办公室等',
  add: '选择文件上传',
  note: '说明（可不填），如“用地批复”',
  hint: 'PDF、图片、Office、WPS、OFD、MP4 或文本，不超过 20 MB。本单位的材料由本单位和办公室查看，上传后不能改动，传错了可以撤回。',
  added: (name: string): string => `已上传“${name}”`,
  tooLargeTitle: '文件过大',
  tooLarge: '文件超过 20 MB，请压缩或拆分后上传。',
  withdraw: '撤回',
  withdrawn: '已撤回',
  withdrawTitle: (name: string): string => `撤回“${name}”`,
  withdrawHint: '撤回后本单位不再看到内容，办公室仍可查看；撤回的人、时间和理由留存。',
  withdrawnBecause: (by: string, at: string, reason: string): string => `${by}于${at}撤回：${reason}`,
  reason: '为何撤回',
});
