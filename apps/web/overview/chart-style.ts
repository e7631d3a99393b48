import type { ActionView } from '#contract';
import { palette } from '../theme.js';

/** What both charts share: actions down the side in the order of the plan, quiet lines, no animation. */
export const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

export const grid = { left: 4, right: 28, top: 34, bottom: 4, outerBoundsMode: 'same' as const };

export const actionAxis = (actions: readonly ActionView[]) => ({
  type: 'category' as const,
  inverse: true,
  data: actions.map(({ name }) => name),
  axisLine: { lineStyle: { color: palette.line } },
  axisTick: { show: false },
  axisLabel: { color: palette.text, fontSize: 13 },
});

export const valueAxis = (formatter: string) => ({
  type: 'value' as const,
  axisLabel: { color: palette.textSoft, formatter },
  splitLine: { lineStyle: { color: palette.line } },
});

export const legend = { top: 0, right: 0, itemHeight: 10, itemWidth: 14, textStyle: { color: palette.text } };
