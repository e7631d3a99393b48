import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Input, QRCode } from 'antd';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { accessTexts } from '../texts/zh.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Password, picture, first code, recovery codes: until these are put away, it is not over. */
export function SetUpSecondFactor({ onDone }: { onDone: () => Promise<void> }) {
  const begin = useMutation({
    mutationFn: (body: { password: string }) => call('beginSecondFactor', { body }),
  });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call('confirmSecondFactor', { body }),
  });
  if (confirm.data !== undefined)
    return <RecoveryCodes codes={confirm.data.codes} onSaved={() => void onDone()} />;
  if (begin.data === undefined)
    return (
      <Form<{ password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => begin.mutate(values)}
      >
        <Form.Item>
          <strong data-testid="factor-state">{accessTexts.off}</strong>
        </Form.Item>
        <Form.Item
          name="password"
          label={accessTexts.yourPassword}
          rules={[{ required: true, message: accessTexts.passwordRequired }]}
        >
          <Input.Password autoComplete="current-password" data-testid="factor-password" />
        </Form.Item>
        <ProblemNote problem={begin.error} />
        <Form.Item className="form-submit">
          <Button type="primary" htmlType="submit" loading={begin.isPending} data-testid="factor-begin">
            {accessTexts.begin}
          </Button>
        </Form.Item>
      </Form>
    );
  return (
    <Flex vertical gap={12}>
      <p>{accessTexts.scan}</p>
      <QRCode value={begin.data.address} type="svg" size={176} />
      <p className="soft small">
        {accessTexts.typed}
        <br />
        <code className="access-secret" data-testid="factor-secret">
          {begin.data.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => confirm.mutate(values)}
      >
        <CodeItem label={accessTexts.code} />
        <ProblemNote problem={confirm.error} />
        <Form.Item className="form-submit">
          <Button type="primary" htmlType="submit" loading={confirm.isPending} data-testid="factor-confirm">
            {accessTexts.confirm}
          </Button>
        </Form.Item>
      </Form>
    </Flex>
  );
}

/** Where a code is typed; telephones offer the one that just came. */
export function CodeItem({ label }: { label: string }) {
  return (
    <Form.Item
      name="code"
      label={label}
      rules={[{ required: true, whitespace: true, message: accessTexts.codeRequired }]}
    >
      <Input autoComplete="one-time-code" inputMode="text" maxLength={40} autoFocus data-testid="code" />
    </Form.Item>
  );
}
