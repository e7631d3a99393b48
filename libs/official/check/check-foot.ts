import { FOOT, SIZE } from '../format/figures.js';
import { eighthPointsOfMm } from '../format/units.js';
import { reportFace, wrongSize } from './check-head.js';
import type { Report } from './finding.js';
import type { Recognised } from './recognise.js';
import { child, numberOf } from './xml-tree.js';

/** 抄送, printed-by line and rules; a letter has no rules. */
export function checkFoot({ copies, printed, form }: Recognised, report: Report): void {
  for (const own of [copies, printed]) {
    if (!own) continue;
    reportFace('FOOT_FONT', own, ['text'], report);
    const size = wrongSize(own, SIZE.four);
    if (size) report('FOOT_FONT', own, `${size.look.size} 磅`, `4号（${SIZE.four} 磅）`);
  }
  if (copies && !/^抄送：[^、]*。$/u.test(copies.text.trim()))
    report('FOOT_COPIES', copies, copies.text.trim().slice(-6), '抄送：×××，×××。');
  if (printed && !/\d{4}年(?:[1-9]|1[0-2])月[1-9]\d?日印发$/u.test(printed.text.trim()))
    report('FOOT_PRINTED', printed, printed.text.trim().split('\t').at(-1) ?? '', '2024年1月8日印发');
  const table = (printed ?? copies)?.table;
  if (form === 'letter' || !table) return;
  const borders = child(child(table, 'tblPr'), 'tblBorders');
  const isOuter = (side: string): boolean => {
    const rule = child(borders, side);
    const weight = numberOf(rule, 'sz') ?? 0;
    return rule?.attributes['val'] === 'single' && Math.abs(weight - eighthPointsOfMm(FOOT.outerRuleMm)) <= 2;
  };
  if (!isOuter('top') || !isOuter('bottom'))
    report('FOOT_RULES', printed ?? null, '首条或末条分隔线缺少或粗细不对', `单线，${FOOT.outerRuleMm} 毫米`);
}
