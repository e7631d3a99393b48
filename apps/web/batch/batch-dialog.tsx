import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { newKey } from '../api/new-key.js';
import { Answer } from '../components/answer.js';
import { ProblemNote } from '../components/problem-note.js';
import { batchText, common } from '../texts/zh.js';
import type { BatchAsks, BatchButtonProps } from './batch-props.js';
import './batch.css';
import { isDone, sendBatch, type BatchOutcome } from './send-batch.js';

interface BatchDialogProps extends Pick<
  BatchButtonProps,
  'act' | 'label' | 'things' | 'consequence' | 'asks'
> {
  onClose: () => void;
}

/** Says how many can be done and why the others cannot; does those; says what came of each. */
export function BatchDialog({ act, label, things, consequence, asks, onClose }: BatchDialogProps) {
  const queries = useQueryClient();
  const [key] = useState(newKey);
  const [answered, setAnswered] = useState(0);
  const trial = useQuery({
    queryKey: ['batch', key],
    queryFn: () => sendBatch(act, things, { dryRun: true, key: newKey() }),
    // Counted once: counting again belongs to opening it again.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const [sure, beSure] = useState(false);
  const asked = new Set(trial.data?.filter(({ code }) => code === asks?.code).map(({ id }) => id));
  const able = new Set(
    trial.data?.filter((one) => isDone(one) || (sure && asked.has(one.id))).map(({ id }) => id),
  );
  const doing = useMutation({
    mutationFn: () =>
      sendBatch(
        act,
        things
          .filter(({ id }) => able.has(id))
          .map((one) => (asks !== undefined && asked.has(one.id) ? { ...one, input: asks.input } : one)),
        { dryRun: false, key, onProgress: setAnswered },
      ),
  });
  const close = (): void => {
    onClose();
    if (doing.data !== undefined || doing.error !== null) void queries.invalidateQueries();
  };
  const done = doing.data;
  return (
    <Modal
      open
      title={done === undefined ? batchText.title(label, things.length) : batchText.ended(label)}
      onCancel={close}
      mask={{ closable: false }}
      data-testid="batch"
      footer={
        done === undefined
          ? [
              <Button key="no" onClick={close}>
                {common.cancel}
              </Button>,
              <Button
                key="do"
                type="primary"
                disabled={able.size === 0}
                loading={doing.isPending}
                onClick={() => doing.mutate()}
                data-testid="batch-do"
              >
                {doing.isPending && able.size > answered && answered > 0
                  ? batchText.running(answered, able.size)
                  : batchText.button(label, able.size)}
              </Button>,
            ]
          : [
              <Button key="close" type="primary" onClick={close} data-testid="batch-close">
                {batchText.close}
              </Button>,
            ]
      }
    >
      {done === undefined ? (
        <Answer query={trial}>
          {(outcomes) => (
            <>
              <Outcomes
                outcomes={outcomes.filter(({ id }) => !asked.has(id))}
                says={batchText.can(label)}
                refused={batchText.cannot}
              />
              {asks === undefined || asked.size === 0 ? null : (
                <Asked
                  asks={asks}
                  outcomes={outcomes.filter(({ id }) => asked.has(id))}
                  sure={sure}
                  onSure={beSure}
                />
              )}
              {consequence === undefined || able.size === 0 ? null : (
                <p className="dialog-prompt">{consequence}</p>
              )}
            </>
          )}
        </Answer>
      ) : (
        <Outcomes outcomes={done} says={batchText.done(label)} refused={batchText.refused} />
      )}
      <ProblemNote problem={doing.error} onRetry={() => doing.mutate()} />
    </Modal>
  );
}

interface AskedProps {
  asks: BatchAsks;
  outcomes: readonly BatchOutcome[];
  sure: boolean;
  onSure: (sure: boolean) => void;
}

/** What can be done, but nobody may do by pressing on: by name, with one box for all of them. Unconfirmed, it is left out. */
function Asked({ asks, outcomes, sure, onSure }: AskedProps) {
  return (
    <div className="batch-outcomes" data-testid="batch-asked">
      <p className="late">
        <b>{asks.says(outcomes.length)}</b>
      </p>
      <ul>
        {outcomes.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <Checkbox checked={sure} onChange={(event) => onSure(event.target.checked)}>
        {asks.sure}
      </Checkbox>
    </div>
  );
}

interface OutcomesProps {
  outcomes: readonly BatchOutcome[];
  says: (n: number) => string;
  refused: (n: number) => string;
}

/** How many, first what was refused and why; the others by name for whoever wants to see them. */
function Outcomes({ outcomes, says, refused }: OutcomesProps) {
  const good = outcomes.filter(isDone);
  const bad = outcomes.filter((one) => !isDone(one));
  return (
    <div className="batch-outcomes">
      <p data-testid="batch-count">
        <b>{says(good.length)}</b>
        {bad.length === 0 ? null : <span className="late"> {refused(bad.length)}</span>}
      </p>
      {bad.length === 0 ? null : (
        <ul data-testid="batch-refused">
          {bad.map(({ id, name, message }) => (
            <li key={id}>
              <span>{name}</span>
              <span className="soft">{message}</span>
            </li>
          ))}
        </ul>
      )}
      {good.length === 0 ? null : (
        <details open={good.length <= 6}>
          <summary>{batchText.which}</summary>
          <ul>
            {good.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
