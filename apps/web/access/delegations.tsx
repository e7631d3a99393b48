import type { DelegationView, NewDelegation } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Flex, Form, Input, Select, Tag } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { ProblemNote } from '../components/problem-note.js';
import { delegationTexts as texts, marks } from '../texts/zh.js';

const DELEGATIONS = ['delegations'];

/** 代办: who acts for this person, for whom they act, and for who supervises all of it. */
export function Delegations() {
  const list = useQuery({
    queryKey: DELEGATIONS,
    queryFn: ({ signal }) => call('delegations', { signal }),
  });
  const [making, setMaking] = useState(false);
  const { items = [], roles = [], candidates = [], today = '' } = list.data ?? {};
  return (
    <Flex vertical gap={12} data-testid="delegations">
      <p className="soft small">{texts.hint}</p>
      {list.isSuccess && items.length === 0 ? <p className="soft">{texts.none}</p> : null}
      <ul className="access-sessions">
        {items.map((one) => (
          <Line key={one.id} delegation={one} />
        ))}
      </ul>
      {roles.length === 0 ? (
        <p className="soft">{texts.nothingToLend}</p>
      ) : making ? (
        <NewForm roles={roles} candidates={candidates} today={today} onDone={() => setMaking(false)} />
      ) : (
        <Button onClick={() => setMaking(true)} data-testid="delegate">
          {texts.begin}
        </Button>
      )}
      <ProblemNote problem={list.error} />
    </Flex>
  );
}

function Line({ delegation }: { delegation: DelegationView }) {
  const { id, delegator, delegate, roles, from, to, reason, state, stateLabel, mayEnd } = delegation;
  const queries = useQueryClient();
  const keyOf = useIntentionKey();
  const end = useMutation({
    mutationFn: () => {
      const body = { reason: texts.endedByHand };
      return call('endDelegation', { params: { id }, body, key: keyOf('endDelegation', id) });
    },
    onSuccess: (list) => queries.setQueryData(DELEGATIONS, list),
  });
  return (
    <li data-testid="delegation">
      <div>
        <strong>{texts.acts(delegate.name ?? '', delegator.name ?? '')}</strong>{' '}
        <Tag color={state === 'current' ? 'blue' : 'default'}>{stateLabel}</Tag>
        <div className="soft small">
          {[roles.map(({ label }) => label).join(marks.list), texts.days(from, to), reason].join(' · ')}
        </div>
        <ProblemNote problem={end.error} />
      </div>
      {mayEnd ? (
        <Button
          size="small"
          loading={end.isPending}
          onClick={() => end.mutate()}
          data-testid="end-delegation"
        >
          {texts.end}
        </Button>
      ) : null}
    </li>
  );
}

interface NewFormProps {
  roles: { role: string; label: string }[];
  candidates: { id: string; name: string; unitName: string }[];
  today: string;
  onDone: () => void;
}

function NewForm({ roles, candidates, today, onDone }: NewFormProps) {
  const queries = useQueryClient();
  const keyOf = useIntentionKey();
  const grant = useMutation({
    mutationFn: (body: NewDelegation) =>
      call('grantDelegation', { body, key: keyOf('grantDelegation', JSON.stringify(body)) }),
    onSuccess: (list) => {
      queries.setQueryData(DELEGATIONS, list);
      onDone();
    },
  });
  const required = [{ required: true, message: texts.required }];
  return (
    <Form<NewDelegation>
      layout="vertical"
      initialValues={{ roles: roles.map(({ role }) => role), from: today, to: today }}
      onFinish={(values) => grant.mutate(values)}
    >
      <Form.Item name="delegateId" label={texts.who} rules={required}>
        <Select
          showSearch
          optionFilterProp="label"
          data-testid="delegate-who"
          options={candidates.map(({ id, name, unitName }) => ({
            value: id,
            label: `${name}${marks.open}${unitName}${marks.close}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="roles" label={texts.roles} rules={required}>
        <Checkbox.Group options={roles.map(({ role, label }) => ({ value: role, label }))} />
      </Form.Item>
      <Flex gap={12}>
        <Form.Item name="from" label={texts.from} rules={required}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="to" label={texts.to} rules={required}>
          <Input type="date" min={today} />
        </Form.Item>
      </Flex>
      <Form.Item name="reason" label={texts.reason} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <ProblemNote problem={grant.error} />
      <Flex gap={8}>
        <Button type="primary" htmlType="submit" loading={grant.isPending} data-testid="delegate-submit">
          {texts.submit}
        </Button>
        <Button onClick={onDone}>{texts.cancel}</Button>
      </Flex>
    </Form>
  );
}
