import type { ApiTokenScope, MakeApiToken } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useCopy } from '../components/use-copy.js';
import { ProblemNote } from '../components/problem-note.js';
import { formatInstant } from '../format/date.js';
import { accessTexts, common, feedTexts, marks } from '../texts/zh.js';

const TOKENS = ['api-tokens'];
const DAYS = [30, 90, 180, 365];
const SCOPES: readonly ApiTokenScope[] = ['read', 'report', 'act'];

/** The tokens by which programs act for the person who is signed in. */
export function ApiTokens() {
  const queries = useQueryClient();
  const [formOpen, openForm] = useState(false);
  const tokens = useQuery({ queryKey: TOKENS, queryFn: ({ signal }) => call('apiTokens', { signal }) });
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: TOKENS });
  const creation = useMutation({
    mutationFn: (body: MakeApiToken) => call('makeApiToken', { body }),
    onSuccess,
  });
  const end = useMutation({ mutationFn: (id: string) => call('endApiToken', { params: { id } }), onSuccess });
  const items = tokens.data?.items ?? [];
  const made = creation.data;
  const copy = useCopy(accessTexts.tokenCopied, feedTexts.copyFailed);
  return (
    <Flex vertical gap={12}>
      <p className="soft">{accessTexts.tokenWhat}</p>
      {made === undefined ? null : (
        <Alert
          type="warning"
          title={accessTexts.tokenOnce}
          description={
            <Space.Compact block>
              <Input
                readOnly
                value={made.token}
                aria-label={accessTexts.token}
                onFocus={(event) => event.target.select()}
              />
              <Button onClick={() => copy(made.token)}>{accessTexts.copy}</Button>
            </Space.Compact>
          }
        />
      )}
      <ul className="access-sessions">
        {items.map(({ id, name, scopes, expiresAt, lastUsedAt, lastUsedFrom }) => (
          <li key={id}>
            <div>
              <strong>{name}</strong>
              <div className="soft small">
                {[
                  scopes.map((scope) => accessTexts.scopes[scope]).join(marks.list),
                  accessTexts.tokenUntil(formatInstant(expiresAt)),
                  lastUsedAt === null
                    ? accessTexts.tokenUnused
                    : accessTexts.tokenUsed(formatInstant(lastUsedAt), lastUsedFrom),
                ].join(' · ')}
              </div>
            </div>
            <Button
              size="small"
              loading={end.isPending && end.variables === id}
              onClick={() => end.mutate(id)}
            >
              {feedTexts.stop}
            </Button>
          </li>
        ))}
      </ul>
      {items.length === 0 && tokens.isSuccess ? <p className="soft">{accessTexts.noTokens}</p> : null}
      {formOpen ? (
        <TokenForm
          pending={creation.isPending}
          problem={creation.error}
          onMake={(body) => creation.mutate(body, { onSuccess: () => openForm(false) })}
          onCancel={() => openForm(false)}
        />
      ) : (
        <Button onClick={() => openForm(true)} data-testid="make-token">
          {accessTexts.makeToken}
        </Button>
      )}
      <ProblemNote problem={tokens.error ?? end.error} />
    </Flex>
  );
}

interface TokenFormProps {
  pending: boolean;
  problem: unknown;
  onMake: (body: MakeApiToken) => void;
  onCancel: () => void;
}

function TokenForm({ pending, problem, onMake, onCancel }: TokenFormProps) {
  return (
    <Form<MakeApiToken>
      layout="vertical"
      requiredMark={false}
      initialValues={{ scopes: ['read'], days: 90 }}
      onFinish={onMake}
    >
      <Form.Item
        name="name"
        label={accessTexts.tokenName}
        rules={[{ required: true, whitespace: true, message: accessTexts.tokenNameRequired }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item
        name="scopes"
        label={accessTexts.tokenScopes}
        rules={[{ required: true, message: accessTexts.tokenScopesRequired }]}
      >
        <Checkbox.Group options={SCOPES.map((value) => ({ value, label: accessTexts.scopes[value] }))} />
      </Form.Item>
      <Form.Item name="days" label={accessTexts.tokenDays}>
        <Select options={DAYS.map((value) => ({ value, label: accessTexts.days(value) }))} />
      </Form.Item>
      <Form.Item
        name="password"
        label={accessTexts.yourPassword}
        rules={[{ required: true, message: accessTexts.passwordRequired }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <ProblemNote problem={problem} />
      <Space>
        <Button type="primary" htmlType="submit" loading={pending}>
          {accessTexts.makeToken}
        </Button>
        <Button onClick={onCancel}>{common.cancel}</Button>
      </Space>
    </Form>
  );
}
