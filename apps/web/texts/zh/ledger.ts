import { inLanguage } from '../in-language.js';

/** Texts of the ledgers that are filled in offline. */
export const ledgerText = inLanguage('ledgerText', {
  title: '用表格填报',
  hint: '下载后用 WPS 或 Excel 离线填写，再上传；无误的行即行填报，其余退还。',
  hintToHead: '下载后用 WPS 或 Excel 离线填写，再上传；无误的行送负责人审签，其余退还。',
  download: '下载填报表',
  upload: '上传填好的表',
  dialog: (period: string) => `上传台账：${period}`,
  prompt: '先试读，逐行给出结果，确认以后才提交。只认 .xlsx 文件；旧版 .xls、.et 请先另存为 .xlsx。',
  choose: '选择文件',
  again: '重新选择',
  reading: '正在读取……',
  go: (rows: number) => (rows === 0 ? '没有可提交的行' : `提交 ${rows} 行`),
  close: '关闭',
  tried: '试读结果，尚未提交',
  done: (rows: number) => `已提交 ${rows} 行`,
  summary: (counts: readonly [string, number][]) =>
    counts.map(([label, count]) => `${label} ${count} 行`).join('，'),
  late: '按迟报记',
  stillOwed: (unit: string, period: string, rows: number) =>
    `${unit}${period}还有 ${rows} 项没有填报；填报齐全以前，未报的各项照常催报。`,
  toHead: (unit: string, period: string) =>
    `${unit}${period}的填报须经负责人审签：无误的行送负责人，审签后才算报出，时限照常计算。`,
  complete: (unit: string, period: string) => `${unit}${period}已全部填报。`,
  completeAfter: (unit: string, period: string) => `提交后，${unit}${period}全部填报。`,
  marked: '下载待处理的行（附原因）',
  markedHint: '没有提交的行连同所填内容都在其中，改好后可直接上传。',
  missingColumns: (columns: string) => `没有找到“${columns}”列，按未填处理。`,
  strays: '未能对应到应报事项的行，没有提交，内容在待处理的表中：',
  place: '位置',
  task: '任务',
  result: '结果',
  what: '说明',
  row: (row: number) => `第 ${row} 行`,
  progress: (value: number) => `进度 ${value}%`,
  untouched: (rows: number) => `${rows} 行没有填写，不提交。`,
});
