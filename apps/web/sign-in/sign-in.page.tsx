import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { SessionView } from '#contract';
import { Alert } from 'antd';
import { sessionQuery } from '../api/queries.js';
import { rememberSession } from '../session/remember-session.js';
import { common, problemTexts, sessionTexts } from '../texts/zh.js';
import { ChangePasswordForm } from './change-password-form.js';
import { SignInForm } from './sign-in-form.js';

/** Sign-in, and the change of a first password before anything else. */
export function SignInPage() {
  const { next, expired } = useSearch({ from: '/sign-in' });
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const session = useQuery({ ...sessionQuery, enabled: false });
  const enter = async (signedIn: SessionView): Promise<void> => {
    rememberSession(signedIn);
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, signedIn);
    if (signedIn.mustChangePassword) return;
    if (next !== undefined && next.startsWith('/') && !next.startsWith('//')) router.history.push(next);
    else await navigate({ to: '/', search: {} });
  };
  const mustChange = session.data?.mustChangePassword === true;
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <header>
          <h1 className="shell-mark">{common.product}</h1>
          <p className="soft">{sessionTexts.subtitle}</p>
        </header>
        {expired === true && !mustChange ? <Alert type="info" showIcon title={problemTexts.expired} /> : null}
        {mustChange ? <ChangePasswordForm onDone={enter} /> : <SignInForm onDone={enter} />}
        <footer>{sessionTexts.help}</footer>
      </div>
    </main>
  );
}
