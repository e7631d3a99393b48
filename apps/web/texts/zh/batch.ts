import { inLanguage } from '../in-language.js';

export const batchText = inLanguage('batchText', {
  button: (label: string, n: number): string => `${label} ${n} 项`,
  title: (label: string, n: number): string => `${label}：列表中的 ${n} 项`,
  ended: (label: string): string => `${label}：办理结果`,
  can:
    (label: string) =>
    (n: number): string =>
      n === 0 ? `没有可以${label}的事项。` : `可以${label} ${n} 项。`,
  cannot: (n: number): string => `另有 ${n} 项办不了，不会提交：`,
  done:
    (label: string) =>
    (n: number): string =>
      n === 0 ? `一项也没有${label}。` : `已${label} ${n} 项。`,
  refused: (n: number): string => `有 ${n} 项没有办成：`,
  which: '是哪几项',
  running: (n: number, of: number): string => `正在办理 ${n}/${of}`,
  close: '知道了',
});
