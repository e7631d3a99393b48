import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import { ProblemNote } from '../components/problem-note.js';
import { accessTexts, common } from '../texts/zh.js';
import { RecoveryCodes } from './recovery-codes.js';
import { CodeItem, SetUpSecondFactor } from './set-up-second-factor.js';

const FACTOR = ['second-factor'];
const FEW = 3;

/** The second factor of whoever is signed in: set up, its recovery codes, ended. */
export function SecondFactor() {
  const queries = useQueryClient();
  const factor = useQuery({ queryKey: FACTOR, queryFn: ({ signal }) => call('secondFactor', { signal }) });
  const again = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: FACTOR });
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  if (factor.data === undefined) return <ProblemNote problem={factor.error} />;
  const { on, required, recoveryCodesLeft } = factor.data;
  return (
    <Flex vertical gap={12}>
      <p className="soft">{accessTexts.factorWhat}</p>
      {on ? (
        <>
          <strong data-testid="factor-state">{accessTexts.on(recoveryCodesLeft)}</strong>
          {recoveryCodesLeft < FEW ? <p className="late">{accessTexts.fewLeft}</p> : null}
          <Change required={required} onDone={again} />
        </>
      ) : (
        <SetUpSecondFactor onDone={again} />
      )}
    </Flex>
  );
}

function Change({ required, onDone }: { required: boolean; onDone: () => Promise<void> }) {
  const [wanted, want] = useState<'renew' | 'end' | null>(null);
  const { message } = App.useApp();
  const renew = useMutation({
    mutationFn: (body: { password: string }) => call('renewRecoveryCodes', { body }),
    onSuccess: onDone,
  });
  const end = useMutation({
    mutationFn: (body: { password: string; code: string }) => call('endSecondFactor', { body }),
    onSuccess: async () => {
      void message.success(accessTexts.ended);
      await onDone();
    },
  });
  if (renew.data !== undefined)
    return (
      <RecoveryCodes
        codes={renew.data.codes}
        onSaved={() => {
          renew.reset();
          want(null);
        }}
      />
    );
  if (wanted === null)
    return (
      <Space wrap>
        <Button onClick={() => want('renew')} data-testid="codes-renew">
          {accessTexts.renew}
        </Button>
        {/* Where it must be on, ending it would only lead to setting it up again: for a new telephone. */}
        <Button danger={!required} onClick={() => want('end')} data-testid="factor-end">
          {accessTexts.end}
        </Button>
      </Space>
    );
  return (
    <Form<{ password: string; code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ password, code }) =>
        wanted === 'renew' ? renew.mutate({ password }) : end.mutate({ password, code })
      }
    >
      <Form.Item
        name="password"
        label={accessTexts.yourPassword}
        rules={[{ required: true, message: accessTexts.passwordRequired }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      {wanted === 'end' ? <CodeItem label={accessTexts.codeOrRecovery} /> : null}
      <ProblemNote problem={renew.error ?? end.error} />
      <Space>
        <Button type="primary" htmlType="submit" loading={renew.isPending || end.isPending}>
          {wanted === 'renew' ? accessTexts.renew : accessTexts.end}
        </Button>
        <Button onClick={() => want(null)}>{common.cancel}</Button>
      </Space>
    </Form>
  );
}
