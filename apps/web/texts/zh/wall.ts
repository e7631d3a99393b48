import type { WallTile } from '#contract';
import { inLanguage } from '../in-language.js';
import { daysAgo } from '../days-ago.js';

const round = (value: number): number => Math.round(value);

const reported = ({ reportedDaysAgo: ago }: WallTile): string =>
  ago === null ? '（尚未填报）' : `（${daysAgo(ago)}所报）`;

export const wallText = inLanguage('wallText', {
  title: '挂图作战 · 落实',
  menu: '挂图作战',
  tools: '画面',
  full: '全屏',
  leaveFull: '退出全屏',
  dark: '深色',
  light: '浅色',
  print: '打印',
  leave: '返回',
  live: '实时',
  reconnecting: '正在重连…',
  tasks: '任务总数',
  progress: '平均进度',
  expected: (percent: number): string => `今日应达 ${percent}%`,
  against: (progress: number, expected: number): string => `进度 ${progress}% · 应达 ${expected}%`,
  signs: {
    closed: '已销号',
    onTrack: '符合序时',
    behind: '滞后',
    seriouslyBehind: '严重滞后',
    waiting: '待签收',
    standing: '暂缓撤销',
  },
  ladder: '督办层级',
  onLevel: (tasks: number, units: number): string => `${tasks} 项任务 · ${units} 个单位`,
  units: '单位报送',
  ofUnits: (troubled: number, all: number): string => `${troubled} / ${all} 个单位须督促`,
  noTrouble: '各单位均按期报送。',
  missed: (n: number): string => `漏报 ${n} 期`,
  today: '今日动态',
  quiet: '今天还没有动态。',
  several: (n: number): string => `${n} 项`,
  hint: '方格为任务，填满的高度为进度，右下角的形状为督办层级；进度是最近一次所报，应达按今日计。点击方格打开任务，点击上方数字或督办层级突出显示这些任务。',
  chosen: (n: number): string => `突出显示 ${n} 项，再点一次恢复全部；点击行动名称看该行动的任务列表。`,
  tile: (tile: WallTile): string =>
    [
      `${tile.code} ${tile.title}`,
      tile.stateLabel,
      `进度 ${round(tile.progress)}%，应达 ${round(tile.expected)}%`,
      tile.levelLabel,
    ]
      .filter(Boolean)
      .join('，'),
  /** `recorded`: what the last report made of it, where today says another thing. */
  pointed: (tile: WallTile, recorded: string | null): string =>
    [
      `${tile.code} ${tile.title}`,
      tile.leads.join('、'),
      tile.stateLabel,
      `进度 ${round(tile.progress)}%${reported(tile)}，今日应达 ${round(tile.expected)}%`,
      recorded === null ? null : `上次报告时${recorded}`,
      `期限 ${tile.deadlineOn}${tile.overdue ? '，已过期' : ''}`,
      tile.levelLabel,
    ]
      .filter(Boolean)
      .join(' ｜ '),
});
