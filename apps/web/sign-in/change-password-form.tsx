import type { ChangePassword, SessionView } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { sessionTexts } from '../texts/zh.js';

type Values = ChangePassword & { again: string };

interface ChangePasswordProps {
  onDone: (session: SessionView) => Promise<void>;
  /** By one's own wish, not because the first one must be changed. */
  own?: boolean;
}

export function ChangePasswordForm({ onDone, own = false }: ChangePasswordProps) {
  const changing = useMutation({
    mutationFn: ({ current, next }: Values) => call('changePassword', { body: { current, next } }),
    onSuccess: onDone,
  });
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => changing.mutate(values)}>
      {own ? null : (
        <Form.Item>
          <Alert type="info" title={sessionTexts.changeTitle} description={sessionTexts.changeHint} />
        </Form.Item>
      )}
      <Form.Item
        name="current"
        label={sessionTexts.current}
        rules={[{ required: true, message: sessionTexts.passwordRequired }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={sessionTexts.next}
        extra={sessionTexts.goodOne}
        rules={[{ required: true, min: 10, message: sessionTexts.tooShort }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={sessionTexts.again}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(sessionTexts.different)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <ProblemNote problem={changing.error} />
      <Form.Item className="form-submit">
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={changing.isPending}
          data-testid="change-password"
        >
          {own ? sessionTexts.changeOwn : sessionTexts.changeSubmit}
        </Button>
      </Form.Item>
    </Form>
  );
}
