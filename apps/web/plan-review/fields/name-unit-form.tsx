import type { PlanReviewAct, UnitSuggestionView } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../../api/queries.js';
import { ProblemNote } from '../../components/problem-note.js';
import { unitFormText } from '../../texts/zh.js';
import { useDesk } from '../desk.js';

interface NameUnitFormProps {
  printed: string;
  suggestions: readonly UnitSuggestionView[];
  /** In how many tasks the name stands. */
  tasks: number;
  onDone: () => void;
}

const kindOptions = Object.entries(unitFormText.kinds).map(([value, label]) => ({ value, label }));

/** Says which unit a printed name means: a suggestion in one press, another of the directory, or a new one. */
export function NameUnitForm({ printed, suggestions, tasks, onDone }: NameUnitFormProps) {
  const { acts } = useDesk();
  const queries = useQueryClient();
  const units = useQuery(unitsQuery);
  const { message } = App.useApp();
  const [learn, setLearn] = useState(true);
  const [chosen, choose] = useState<string | undefined>(undefined);
  const [isNew, setNew] = useState(false);
  const [name, setName] = useState(printed);
  const [kind, setKind] = useState('government-department');

  const naming = useMutation({
    mutationFn: (act: PlanReviewAct) => acts.actOnReview(act),
    onSuccess: (_, act) => {
      const unit =
        act.type === 'nameUnit'
          ? (units.data?.items.find(({ id }) => id === act.unitId)?.name ??
            suggestions.find((each) => each.unit.id === act.unitId)?.unit.name ??
            '')
          : name;
      void message.success(unitFormText.named(printed, unit));
      if (act.type === 'registerUnit') void queries.invalidateQueries({ queryKey: unitsQuery.queryKey });
      onDone();
    },
  });
  const apply = (unitId: string): void => naming.mutate({ type: 'nameUnit', printed, unitId, learn });

  return (
    <div className="pr-name-unit" data-testid="name-unit">
      {isNew ? (
        <div className="pr-rows-row">
          <Input
            className="pr-grow"
            aria-label={unitFormText.name}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            aria-label={unitFormText.kind}
            value={kind}
            options={kindOptions}
            popupMatchSelectWidth={false}
            onChange={setKind}
          />
          <Button
            type="primary"
            loading={naming.isPending}
            disabled={name.trim().length < 2}
            onClick={() => naming.mutate({ type: 'registerUnit', printed, name: name.trim(), kind })}
          >
            {unitFormText.register}
          </Button>
          <Button type="link" onClick={() => setNew(false)}>
            {unitFormText.back}
          </Button>
        </div>
      ) : (
        <>
          {suggestions.length === 0 ? null : (
            <div className="pr-suggestions">
              <span className="soft">{unitFormText.isIt}</span>
              {suggestions.map(({ unit, reason }) => (
                <Button
                  key={unit.id}
                  size="small"
                  disabled={naming.isPending}
                  title={reason}
                  onClick={() => apply(unit.id)}
                >
                  {unit.name}
                </Button>
              ))}
            </div>
          )}
          <div className="pr-rows-row">
            <Select
              className="pr-grow"
              aria-label={unitFormText.pick}
              placeholder={unitFormText.pick}
              value={chosen}
              onChange={choose}
              showSearch={{ optionFilterProp: 'label' }}
              options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
            />
            <Button
              type="primary"
              disabled={chosen === undefined}
              loading={naming.isPending}
              onClick={() => chosen !== undefined && apply(chosen)}
            >
              {unitFormText.applyAll(tasks)}
            </Button>
          </div>
          <div className="pr-name-unit-foot">
            <Checkbox checked={learn} onChange={(event) => setLearn(event.target.checked)}>
              {unitFormText.learn}
            </Checkbox>
            <Button type="link" size="small" onClick={() => setNew(true)}>
              {unitFormText.notListed}
            </Button>
          </div>
        </>
      )}
      <ProblemNote problem={naming.error} />
    </div>
  );
}
