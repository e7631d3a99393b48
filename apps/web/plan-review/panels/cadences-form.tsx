import type { PlanReview } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../../components/problem-note.js';
import { cadenceText, cardText, editorText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { RowList } from '../fields/row-list.js';
import { RhythmSelects } from '../fields/rhythm-selects.js';

const PLAN = '';

interface Row {
  /** Whose text says it: the plan's (empty), or an action's by its code. */
  of: string;
  kind: string;
  every: string;
  by: string;
}

const rowsOf = ({ planCadences, actions }: PlanReview): Row[] => [
  ...planCadences.map(({ kind, every, by }) => ({ of: PLAN, kind, every, by })),
  ...actions.flatMap(({ code, cadences }) =>
    cadences.map(({ kind, every, by }) => ({ of: code, kind, every, by })),
  ),
];

/** How often plan and actions say, to be corrected: every task inherits it. */
export function CadencesForm({ onClose }: { onClose: () => void }) {
  const { review, acts } = useDesk();
  const [rows, setRows] = useState(() => rowsOf(review));
  const saving = useMutation({
    mutationFn: () => {
      const said = (of: string) =>
        rows.filter((row) => row.of === of).map(({ kind, every, by }) => ({ kind, every, by }));
      return acts.actOnReview({
        type: 'setCadences',
        plan: said(PLAN),
        actions: review.actions.map(({ code }) => ({ code, cadences: said(code) })),
      });
    },
    onSuccess: onClose,
  });
  const owners = [
    { value: PLAN, label: cadenceText.wholePlan },
    ...review.actions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ];
  return (
    <div className="pr-editor" data-testid="cadences-form">
      <RowList
        rows={rows}
        onChange={setRows}
        empty={{ of: PLAN, kind: 'dispatch', every: 'ten-day', by: '' }}
        add={editorText.addCadence}
        render={(row, change) => (
          <>
            <Select
              aria-label={cadenceText.owner}
              value={row.of}
              options={owners}
              onChange={(of: string) => change({ ...row, of })}
            />
            <RhythmSelects row={row} change={change} />
            <Input
              className="pr-grow"
              aria-label={cadenceText.by}
              placeholder={cadenceText.by}
              value={row.by}
              maxLength={60}
              onChange={(event) => change({ ...row, by: event.target.value })}
            />
          </>
        )}
      />
      <p className="soft small">{cadenceText.inheritedHint}</p>
      <ProblemNote problem={saving.error} />
      <div className="bar">
        <Button size="small" type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
          {cardText.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {cardText.cancel}
        </Button>
      </div>
    </div>
  );
}
