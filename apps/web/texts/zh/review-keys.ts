import { inLanguage } from '../in-language.js';

/** What the keys do, in the order of the help. */
export const keyText = inLanguage('keyText', {
  title: '快捷键',
  button: '快捷键 ?',
  use: '使用单键快捷键',
  list: [
    ['J / ↓', '下一项'],
    ['K / ↑', '上一项'],
    ['N', '下一项存疑的'],
    ['C / 回车', '确认，转到下一项'],
    ['U', '撤回确认'],
    ['T', '改标题'],
    ['L', '改牵头单位'],
    ['P', '改责任单位'],
    ['D', '改完成时限'],
    ['I', '改指标'],
    ['S', '拆分'],
    ['M', '与下一项合并'],
    ['X', '不列为任务'],
    ['空格', '选中或取消选中'],
    ['Alt+↑ / Alt+↓', '上移、下移'],
    ['A', '从原文新增任务'],
    ['1 – 5', '存疑、待确认、已确认、不列、全部'],
    ['Ctrl+回车', '保存正在改的内容'],
    ['Esc', '不改了，收起'],
  ] as readonly (readonly [string, string])[],
});
