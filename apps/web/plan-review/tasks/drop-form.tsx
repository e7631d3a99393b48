import type { DraftTask } from '#contract';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { cardText, common } from '../../texts/zh.js';

interface DropFormProps {
  task: DraftTask;
  busy: boolean;
  onDrop: (reason: string) => void;
  onClose: () => void;
}

/** A task is left out only with a reason; the usual ones are one press away. */
export function DropForm({ task, busy, onDrop, onClose }: DropFormProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="pr-editor"
      data-testid="drop-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setMissing(true);
        else onDrop(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <b>{cardText.dropTitle(task.code)}</b>
      <Input
        autoFocus
        aria-label={cardText.dropReason}
        placeholder={cardText.dropPlaceholder}
        value={reason}
        maxLength={400}
        status={missing ? 'error' : ''}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing ? (
        <p role="alert" className="late">
          {common.required}
        </p>
      ) : null}
      <div className="bar">
        {cardText.dropReasons.map((usual) => (
          <Button key={usual} size="small" onClick={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </div>
      <div className="bar">
        <Button size="small" type="primary" htmlType="submit" loading={busy}>
          {cardText.drop}
        </Button>
        <Button size="small" onClick={onClose}>
          {cardText.cancel}
        </Button>
      </div>
    </form>
  );
}
