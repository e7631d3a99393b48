import { FINDING_LABELS, labelOf, NOTICE_KIND_LABELS, type FigureRow } from '#contract';
import { chineseDateTime } from '#calendar';
import type { FigureSourceRow } from '#persistence';
import { periodLabel } from '../view/labels.js';

/** What a figure was counted from, in the words that a person knows it by. */
export function figureRow(row: FigureSourceRow): FigureRow {
  const { kind, id, code, title, taskId } = row;
  const named = [code, title].filter((part) => part !== null && part !== '').join(' ');
  return { kind, id, title: named, detail: detailOf(row), taskId };
}

function detailOf({ kind, unit, period, at, word, number }: FigureSourceRow): string {
  const when = at === null ? null : chineseDateTime(at);
  const about = period === null ? null : periodLabel(period);
  switch (kind) {
    case 'task':
    case 'unit':
      return '';
    case 'obligation':
      return joined(unit, about, when && `${when}前应报`);
    case 'meeting':
      return joined(unit, about, when && `${when}前应开`);
    case 'notice':
      return joined(word && labelOf(NOTICE_KIND_LABELS, word), number, unit, when && `${when}签发`);
    case 'verification':
      return joined(unit, about, word && labelOf(FINDING_LABELS, word), when && `${when}认定`);
  }
}

const joined = (...parts: (string | null)[]): string => parts.filter(Boolean).join('，');
