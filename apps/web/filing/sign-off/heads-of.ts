import type { SittingView } from '#contract';
import { marks, signOffText } from '../../texts/zh.js';

/** Who signs for the unit. */
export const headsOf = ({ signOff }: Pick<SittingView, 'signOff'>): string =>
  signOff.heads.map(({ name }) => name ?? '').join(marks.list) || signOffText.nobody;
