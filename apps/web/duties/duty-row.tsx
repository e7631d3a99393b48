import type { DutyView } from '#contract';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { etagOf } from '../api/client.js';
import { ActionButtons } from '../components/action-buttons.js';
import { WhyButton } from '../components/why.js';
import { formatInstant } from '../format/date.js';
import { shortTitle } from '../session/use-plan.js';
import { dutiesText, marks } from '../texts/zh.js';
import { RecordView } from './record-view.js';

function when({ state, dueAt, opensAt, record, silentAt }: DutyView): string {
  if (record !== null && state !== 'returned') {
    const filed = dutiesText.filedAt(formatInstant(record.filedAt), record.filedBy?.name ?? '');
    return silentAt === null
      ? filed
      : `${filed}${marks.semicolon}${dutiesText.silent(formatInstant(silentAt))}`;
  }
  if (state === 'scheduled' && opensAt !== null) return dutiesText.opens(formatInstant(opensAt));
  return dutiesText.due(formatInstant(dueAt));
}

/** One thing owed: what, about what, whose, by when, and what may be done. */
export function DutyRow({ duty, onDo }: { duty: DutyView; onDo: (duty: DutyView) => void }) {
  const [open, setOpen] = useState(false);
  const others = duty.allowedActions.filter(({ action }) => action !== 'fulfil');
  const mayDo = duty.allowedActions.some(({ action }) => action === 'fulfil');
  return (
    <li data-testid={`duty-${duty.kind}`}>
      <div className="duty-what">
        <b>
          {duty.label} <span className="soft">{duty.periodLabel}</span>
        </b>
        <span className="soft small">
          {duty.task === null ? (
            (duty.action?.name ?? shortTitle(duty.plan.title))
          ) : (
            <Link to="/tasks/$taskId" params={{ taskId: duty.task.id }}>
              {duty.task.code} {duty.task.title}
            </Link>
          )}
          {' · '}
          {duty.unit.name}
          {duty.askedBy === null ? '' : ` · ${dutiesText.askedBy(duty.askedBy.name)}`}
        </span>
        {duty.words === null || duty.words === '' ? null : <p>{duty.words}</p>}
        {duty.returnReason === null ? null : <p className="late">{dutiesText.returned(duty.returnReason)}</p>}
      </div>
      <div className={duty.overdue ? 'duty-when late' : 'duty-when'}>
        <span>{when(duty)}</span>
        <span className={duty.overdue ? '' : 'soft'}>{duty.stateLabel}</span>
      </div>
      <div className="bar duty-acts">
        <WhyButton of={{ kind: 'obligation', id: duty.id }} as="link" />
        {duty.record === null ? null : (
          <Button size="small" onClick={() => setOpen(!open)}>
            {open ? dutiesText.fold : dutiesText.view}
          </Button>
        )}
        {mayDo ? (
          <Button size="small" type="primary" onClick={() => onDo(duty)} data-testid="duty-do">
            {dutiesText.do}
          </Button>
        ) : null}
        <ActionButtons
          actions={others}
          etag={etagOf(duty.version)}
          subject={`${duty.label} ${duty.periodLabel}`}
          size="small"
        />
      </div>
      {open && duty.record !== null ? <RecordView duty={duty} record={duty.record} /> : null}
    </li>
  );
}
