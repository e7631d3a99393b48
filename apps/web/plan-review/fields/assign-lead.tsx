import type { DraftTask, ReadUnitView } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ProblemNote } from '../../components/problem-note.js';
import { cardText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { nameOf } from './words.js';

/** More would be a list to read, and the field can be corrected as any other. */
const OFFERED = 3;

const choiceOf = ({ printed, unit }: ReadUnitView) =>
  unit === null ? { printed } : { printed, unitId: unit.id };

/** Where the text names no lead: one of the units that it does name takes it, in one press. */
export function AssignLead({ task }: { task: DraftTask }) {
  const { acts } = useDesk();
  const assigning = useMutation({
    mutationFn: (lead: ReadUnitView) =>
      acts.correct(task, {
        lead: [choiceOf(lead)],
        support: task.support.filter((unit) => unit !== lead).map(choiceOf),
      }),
    onError: () => acts.refresh(),
  });
  const offered = task.support.filter(({ unit, group }) => unit !== null && !group).slice(0, OFFERED);
  if (offered.length === 0) return null;
  return (
    <>
      <div className="pr-suggestions">
        {offered.map((unit) => (
          <Button
            key={unit.printed}
            size="small"
            disabled={assigning.isPending}
            onClick={() => assigning.mutate(unit)}
          >
            {cardText.letLead(nameOf(unit))}
          </Button>
        ))}
      </div>
      <ProblemNote problem={assigning.error} />
    </>
  );
}
