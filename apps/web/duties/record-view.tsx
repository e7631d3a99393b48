import type { DutyView } from '#contract';
import { Button } from 'antd';
import { useState } from 'react';
import { formatFullDay } from '../format/date.js';
import { useMayEnter } from '../session/use-session.js';
import { dutiesText, marks } from '../texts/zh.js';
import { DecisionDialog } from './decision-dialog.js';

interface RecordViewProps {
  duty: DutyView;
  record: NonNullable<DutyView['record']>;
}

/** What was filed, by its kind. A meeting's decisions can still become tasks. */
export function RecordView({ duty, record: { body } }: RecordViewProps) {
  const [chosen, choose] = useState<number | null>(null);
  const creates = useMayEnter('newTasks');
  const { meeting, product, part } = dutiesText;
  const facts: [string, string][] = [
    ...(body.heldOn === undefined
      ? []
      : ([[meeting.heldOn, formatFullDay(body.heldOn)]] as [string, string][])),
    ...(body.chairedBy === undefined ? [] : ([[meeting.chairedBy, body.chairedBy]] as [string, string][])),
    ...(body.attended === undefined
      ? []
      : ([[meeting.attended, body.attended.join(marks.list)]] as [string, string][])),
    ...(body.state === undefined ? [] : ([[product.state, product[body.state]]] as [string, string][])),
    ...(body.reference ? ([[product.reference, body.reference]] as [string, string][]) : []),
    ...(body.text === undefined ? [] : ([[part.text, body.text]] as [string, string][])),
    ...(body.evidence?.length
      ? ([[part.evidence, body.evidence.join(marks.list)]] as [string, string][])
      : []),
    ...(body.note ? ([[dutiesText.note, body.note]] as [string, string][]) : []),
  ];
  return (
    <div className="duty-record" data-testid="duty-record">
      <dl className="facts">
        {facts.map(([name, words]) => (
          <div key={name} className="facts-row">
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {body.readings?.map(({ position, value }) => {
          const indicator = duty.indicators.find((one) => one.position === position);
          return (
            <div key={position} className="facts-row">
              <dt>{indicator?.name ?? part.readings}</dt>
              <dd>
                {value}
                {indicator?.unit}
              </dd>
            </div>
          );
        })}
      </dl>
      {body.decisions === undefined || body.decisions.length === 0 ? null : (
        <ol className="duty-decisions">
          {body.decisions.map((decision, index) => (
            <li key={decision}>
              {decision}
              {creates ? (
                <Button type="link" size="small" onClick={() => choose(index)}>
                  {dutiesText.asTask}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
      )}
      {chosen === null ? null : (
        <DecisionDialog
          dutyId={duty.id}
          decision={chosen}
          words={body.decisions?.[chosen] ?? ''}
          onClose={() => choose(null)}
        />
      )}
    </div>
  );
}
