import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import type { SessionView } from '#contract';
import { Alert } from 'antd';
import { knowSession, sessionQuery, shellQuery } from '../api/queries.js';
import { accessTexts, common, problemTexts, sessionTexts } from '../texts/zh.js';
import { SetUpSecondFactor } from '../access/set-up-second-factor.js';
import { ChangePasswordForm } from './change-password-form.js';
import { SignInForm } from './sign-in-form.js';
import { UnifiedSignIn } from './unified-sign-in.js';

/** Sign-in, and the change of a first password before anything else. */
export function SignInPage() {
  const { next, expired } = useSearch({ from: '/sign-in' });
  const queries = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const session = useQuery({ ...sessionQuery, enabled: false });
  const enter = async (signedIn: SessionView): Promise<void> => {
    queries.clear();
    knowSession(queries, signedIn);
    if (signedIn.mustChangePassword || signedIn.mustSetUpSecondFactor) return;
    await queries.fetchQuery({ ...shellQuery, staleTime: 0 });
    if (next !== undefined && next.startsWith('/') && !next.startsWith('//')) router.history.push(next);
    else await navigate({ to: '/', search: {} });
  };
  const mustChange = session.data?.mustChangePassword === true;
  const mustSetUp = !mustChange && session.data?.mustSetUpSecondFactor === true;
  return (
    <main className="sign-in">
      <div className="sign-in-box">
        <header>
          <h1 className="shell-mark">{common.product}</h1>
          <p className="soft">{sessionTexts.subtitle}</p>
        </header>
        {expired === true && !mustChange ? (
          <Alert
            type="info"
            showIcon
            title={problemTexts.expired}
            description={next?.startsWith('/filing/') === true ? problemTexts.draftKept : undefined}
          />
        ) : null}
        {mustChange ? <ChangePasswordForm onDone={enter} /> : null}
        {mustSetUp ? (
          <>
            <Alert type="info" title={accessTexts.factorRequired} description={accessTexts.factorWhat} />
            <SetUpSecondFactor
              onDone={async () => enter((await queries.fetchQuery({ ...shellQuery, staleTime: 0 })).session)}
            />
          </>
        ) : null}
        {mustChange || mustSetUp ? null : <SignInForm onDone={enter} />}
        {mustChange || mustSetUp ? null : <UnifiedSignIn next={next} />}
        <footer>{sessionTexts.help}</footer>
      </div>
    </main>
  );
}
