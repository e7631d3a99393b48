import { FOOT, SIZE } from '../format/figures.js';
import { eighthPointsOfMm } from '../format/units.js';
import { reportFace, wrongSize } from './check-head.js';
import type { Report } from './finding.js';
import type { Recognised } from './recognise.js';
import { child, childrenOf, numberOf, type Tree } from './xml-tree.js';

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
  const rows = childrenOf(table, 'tr');
  // Of the table, or, as other programs write it, of the cells of its first and its last row.
  const rulesOf = (side: 'top' | 'bottom'): (Tree | undefined)[] => {
    const row = side === 'top' ? rows[0] : rows.at(-1);
    const ofCells = childrenOf(row, 'tc').map((cell) => child(child(child(cell, 'tcPr'), 'tcBorders'), side));
    return ofCells.length > 0 && ofCells.every((rule) => rule !== undefined)
      ? ofCells
      : [child(child(child(table, 'tblPr'), 'tblBorders'), side)];
  };
  const isOuter = (side: 'top' | 'bottom'): boolean => rulesOf(side).every(isOuterRule);
  if (!isOuter('top') || !isOuter('bottom'))
    report('FOOT_RULES', printed ?? null, '首条或末条分隔线缺少或粗细不对', `单线，${FOOT.outerRuleMm} 毫米`);
}

const isOuterRule = (rule: Tree | undefined): boolean =>
  rule?.attributes['val'] === 'single' &&
  Math.abs((numberOf(rule, 'sz') ?? 0) - eighthPointsOfMm(FOOT.outerRuleMm)) <= 2;
