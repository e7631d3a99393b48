import { chineseDate } from '#calendar';
import type { Foot } from '../model/official-document.js';

/** The words of the foot: `抄送：甲，乙。`, and who printed it when. */
export const copiesText = ({ copiesTo }: Foot): string | null =>
  copiesTo.length === 0 ? null : `抄送：${copiesTo.join('，')}。`;

export const printedText = ({ printedOn }: Foot): string => `${chineseDate(printedOn)}印发`;
