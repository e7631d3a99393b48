import type { IndicatorRow } from '#charts';
import type { Picture } from '#official';
import { cleanWords } from '../facts/clean-words.js';
import { standingOf, type PeriodFacts } from '../facts/period-facts.js';
import { picturesOf } from './picture-of.js';

/** Indicators that have a reading, beside their targets; what has none stands in the table alone. */
export function indicatorPictures({ record }: PeriodFacts): Picture[] {
  const last = record.checkpoints.length - 1;
  const rows = record.tasks
    .filter((task) => standingOf(task, last) !== null)
    .flatMap((task) =>
      task.indicators.flatMap(({ name, target, reading, reached, measured }): IndicatorRow[] =>
        measured === undefined || reading === null
          ? []
          : [
              {
                ...measured,
                name: `${task.code} ${cleanWords(name)}`,
                targetText: target,
                readingText: reading,
                reached,
              },
            ],
      ),
    );
  return picturesOf('有读数的指标与目标（目标为百分之百）', { kind: 'indicators', rows });
}
