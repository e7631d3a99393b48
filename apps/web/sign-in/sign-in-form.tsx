import type { SessionView, SignIn } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { call } from '../api/client.js';
import { ProblemNote } from '../components/problem-note.js';
import { sessionTexts } from '../texts/zh.js';

export function SignInForm({ onDone }: { onDone: (session: SessionView) => Promise<void> }) {
  const signIn = useMutation({ mutationFn: (body: SignIn) => call('signIn', { body }), onSuccess: onDone });
  return (
    <Form<SignIn> layout="vertical" requiredMark={false} onFinish={(values) => signIn.mutate(values)}>
      <Form.Item
        name="username"
        label={sessionTexts.username}
        rules={[{ required: true, whitespace: true, message: sessionTexts.usernameRequired }]}
      >
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item
        name="password"
        label={sessionTexts.password}
        rules={[{ required: true, message: sessionTexts.passwordRequired }]}
      >
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <ProblemNote problem={signIn.error} />
      <Form.Item className="form-submit">
        <Button
          type="primary"
          htmlType="submit"
          block
          size="large"
          loading={signIn.isPending}
          data-testid="sign-in"
        >
          {sessionTexts.submit}
        </Button>
      </Form.Item>
    </Form>
  );
}
