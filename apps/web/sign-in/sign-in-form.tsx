import type { SessionView, SignIn } from '#contract';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/client.js';
import { CodeItem } from '../access/set-up-second-factor.js';
import { ProblemNote } from '../components/problem-note.js';
import { accessTexts, sessionTexts } from '../texts/zh.js';

const isOf = (code: string, problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === code;

/** Name and password; of who has a second factor, its code after them. */
export function SignInForm({ onDone }: { onDone: (session: SessionView) => Promise<void> }) {
  const signIn = useMutation({ mutationFn: (body: SignIn) => call('signIn', { body }), onSuccess: onDone });
  const asked = isOf('SecondFactorNeeded', signIn.error);
  const wrongCode = isOf('SecondFactorRefused', signIn.error);
  // While a code is on its way there is no error to tell by: what was sent says it.
  const sending = signIn.isPending && signIn.variables.code !== undefined;
  if (signIn.variables !== undefined && (asked || wrongCode || sending)) {
    const { username, password } = signIn.variables;
    return (
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => signIn.mutate({ username, password, code })}
      >
        <Form.Item>
          <Alert type="info" title={accessTexts.needed} description={accessTexts.neededHint} />
        </Form.Item>
        <CodeItem label={accessTexts.codeOrRecovery} />
        <ProblemNote problem={wrongCode ? signIn.error : null} />
        <SubmitItem loading={signIn.isPending} />
        <Button type="link" block onClick={() => signIn.reset()}>
          {accessTexts.back}
        </Button>
      </Form>
    );
  }
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
      <SubmitItem loading={signIn.isPending} />
    </Form>
  );
}

const SubmitItem = ({ loading }: { loading: boolean }) => (
  <Form.Item className="form-submit">
    <Button type="primary" htmlType="submit" block size="large" loading={loading} data-testid="sign-in">
      {sessionTexts.submit}
    </Button>
  </Form.Item>
);
