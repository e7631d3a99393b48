import type { MyMessages } from '#contract';
import { Button, Input, Radio, Space } from 'antd';
import { useState } from 'react';
import { ProblemNote } from '../components/problem-note.js';
import { myMessagesText } from '../texts/zh.js';
import { useOwn } from './use-own.js';

/** All ways at once or one after another, and hours of one's own within the policy's. */
export function OwnHours({ mine }: { mine: MyMessages }) {
  const { policyHours, nextChannelAfterHours, ownHoursAtLeast } = mine;
  const [inOrder, setInOrder] = useState(mine.inOrder);
  const [hours, setHours] = useState(mine.hours);
  const saving = useOwn('chooseMessages', myMessagesText.saved);
  return (
    <div className="own-hours">
      <Radio.Group
        value={inOrder}
        onChange={({ target }) => setInOrder(target.value === true)}
        options={[
          { value: false, label: myMessagesText.atOnce },
          { value: true, label: myMessagesText.inOrder(nextChannelAfterHours) },
        ]}
      />
      <h3>{myMessagesText.hours}</h3>
      <Radio.Group
        value={hours !== null}
        onChange={({ target }) => setHours(target.value === true ? policyHours : null)}
        options={[
          { value: false, label: myMessagesText.policyHours(policyHours.from, policyHours.to) },
          { value: true, label: myMessagesText.ownHours },
        ]}
      />
      {hours === null ? null : (
        <Space>
          {(['from', 'to'] as const).map((end) => (
            <Input
              key={end}
              type="time"
              prefix={myMessagesText[end]}
              aria-label={`${myMessagesText.ownHours}${myMessagesText[end]}`}
              value={hours[end]}
              min={policyHours.from}
              max={policyHours.to}
              onChange={({ target }) => setHours({ ...hours, [end]: target.value })}
            />
          ))}
        </Space>
      )}
      <p className="soft small">{myMessagesText.hoursHint(ownHoursAtLeast)}</p>
      <Button
        type="primary"
        loading={saving.isPending}
        onClick={() => saving.mutate({ body: { inOrder, hours, order: [] } })}
      >
        {myMessagesText.save}
      </Button>
      <ProblemNote problem={saving.error} />
    </div>
  );
}
