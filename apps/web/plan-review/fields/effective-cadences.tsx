import type { DraftTask } from '#contract';
import { cadenceText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

/** How often the task is reported on, all in all: what it inherits, its own, and what a person has replaced. */
export function EffectiveCadences({ task }: { task: DraftTask }) {
  const { point } = useDesk();
  const rhythms = task.reportsEvery.map(({ label }) => label).join(marks.list);
  return (
    <div className="small" data-testid="effective-cadences">
      <p>
        {cadenceText.reports} <b>{rhythms}</b>
      </p>
      <ul className="pr-items">
        {task.effectiveCadences.map((cadence, at) => {
          const { label, originLabel, by, dutyLabel, span, replacedBy } = cadence;
          const words = cadenceText.effective(originLabel, label, by);
          return (
            <li
              key={`${originLabel}-${label}-${at}`}
              onMouseEnter={() => (span === null ? null : point([span]))}
            >
              {replacedBy === null ? words : <s>{words}</s>}{' '}
              <span className="soft">
                {replacedBy === null
                  ? dutyLabel
                  : cadenceText.replacedBy(replacedBy.label, replacedBy.by?.name ?? null, replacedBy.reason)}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
