import {
  ACCOUNT_ACTS,
  type AccountActName,
  type AccountView,
  type AssignmentView,
  type ConfirmedAccess,
} from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { sessionQuery } from '../api/queries.js';
import { formatInstant } from '../format/date.js';
import { wordInLanguage } from '../texts/in-language.js';
import { accountTexts } from '../texts/zh.js';
import { StateTags } from './account-row.js';
import { ActDialog } from './act-dialog.js';
import { PasswordsDialog } from './passwords-dialog.js';

/** Acts that take away; the others stand before them. */
const TAKES_AWAY: readonly AccountActName[] = ['bar', 'revoke', 'endSecondFactor', 'leave'];

/** One account and what whoever looks may do to it. */
export function AccountDrawer({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const [act, setAct] = useState<{ name: AccountActName; assignment?: AssignmentView }>();
  const [told, setTold] = useState<ConfirmedAccess>();
  const session = useQuery(sessionQuery);
  const { name, username, unit, roles, allowedActs, accessRequest } = account;
  const may = (one: AccountActName): boolean => allowedActs.includes(one);
  const acts = allowedActs
    .filter((one) => one !== 'withdrawRole')
    .sort((a, b) => Number(TAKES_AWAY.includes(a)) - Number(TAKES_AWAY.includes(b)));
  return (
    <Drawer open title={name} size="default" onClose={onClose} data-testid="account-drawer">
      <p>
        {username} ·{' '}
        <Link to="/units" search={{ unit: unit.id }}>
          {unit.name}
        </Link>
      </p>
      <StateTags account={account} />
      <p className="soft small">{accountTexts.access(account.sessions, account.tokens)}</p>
      {account.lockedUntil === null ? null : (
        <p>{accountTexts.lockedUntil(formatInstant(account.lockedUntil))}</p>
      )}
      {account.barredAt === null ? null : <p>{accountTexts.barredAt(formatInstant(account.barredAt))}</p>}
      {accessRequest === null ? null : (
        <p data-testid="access-request">
          {accountTexts.asked(
            accessRequest.askedBy.name ?? '',
            wordInLanguage(
              accessRequest.password ? ACCOUNT_ACTS.resetPassword : ACCOUNT_ACTS.endSecondFactor,
            ),
            accessRequest.reason,
            formatInstant(accessRequest.until),
          )}
        </p>
      )}
      <h3 className="account-heading">{accountTexts.rolesHeld}</h3>
      {roles.length === 0 ? <p className="soft">{accountTexts.noRole}</p> : null}
      <ul className="account-held">
        {roles.map((role) => (
          <li key={role.id}>
            <span>
              {role.label}
              <span className="soft small"> {roleFacts(role)}</span>
            </span>
            {may('withdrawRole') ? (
              <Button
                size="small"
                onClick={() => setAct({ name: 'withdrawRole', assignment: role })}
                data-testid={`withdraw-${role.role}`}
              >
                {accountTexts.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {acts.length === 0 ? (
        <p className="soft">
          {session.data?.person.id === account.id ? accountTexts.own : accountTexts.nothing}
        </p>
      ) : (
        <div className="account-acts">
          {acts.map((one) => (
            <Button
              key={one}
              danger={TAKES_AWAY.includes(one)}
              onClick={() => setAct({ name: one })}
              data-testid={`act-${one}`}
            >
              {wordInLanguage(ACCOUNT_ACTS[one])}
            </Button>
          ))}
        </div>
      )}
      {act === undefined ? null : (
        <ActDialog account={account} act={act} onTold={setTold} onClose={() => setAct(undefined)} />
      )}
      {told === undefined || told.firstPassword === null ? null : (
        <PasswordsDialog
          passwords={[{ username, name, password: told.firstPassword }]}
          onClose={() => setTold(undefined)}
        />
      )}
    </Drawer>
  );
}

function roleFacts({ scopeLabel, validFrom, validTo, origin }: AssignmentView): string {
  return [
    scopeLabel,
    ...(validFrom === null ? [] : [accountTexts.from(validFrom)]),
    ...(validTo === null ? [] : [accountTexts.until(validTo)]),
    ...(origin === 'provider' ? [accountTexts.ofProvider] : []),
  ].join(' · ');
}
