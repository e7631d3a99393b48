import type { AccountView } from '#contract';
import { Button, Tag } from 'antd';
import { formatInstant } from '../format/date.js';
import { accountTexts, marks } from '../texts/zh.js';

const COLOURS = { active: 'green', locked: 'gold', barred: 'red', left: 'default' } as const;

/** One account in the list: who, of which unit, in which roles, and how the account is. */
export function AccountRow({ account, onOpen }: { account: AccountView; onOpen: () => void }) {
  const { name, username, unit, roles, lastSeenAt } = account;
  return (
    <li data-testid="account">
      <div className="account-who">
        <b>{name}</b>
        <span className="soft small">
          {username} · {unit.name}
        </span>
      </div>
      <div className="account-roles">
        {roles.length === 0 ? <span className="soft">{accountTexts.noRole}</span> : null}
        {roles.map((role) => (
          <span key={role.id}>
            {role.label}
            {role.scopeLabel === unit.name ? null : (
              <span className="soft small">
                {marks.open}
                {role.scopeLabel}
                {marks.close}
              </span>
            )}
          </span>
        ))}
      </div>
      <div className="account-state">
        <StateTags account={account} />
        <span className="soft small">
          {lastSeenAt === null ? accountTexts.neverSeen : accountTexts.lastSeen(formatInstant(lastSeenAt))}
        </span>
      </div>
      <Button size="small" onClick={onOpen} data-testid={`open-${username}`}>
        {accountTexts.open}
      </Button>
    </li>
  );
}

export function StateTags({ account }: { account: AccountView }) {
  const { state, stateLabel, mustChange, secondFactor, linked, password } = account;
  return (
    <span className="account-tags">
      <Tag color={COLOURS[state]}>{stateLabel}</Tag>
      {mustChange && state !== 'left' ? <Tag color="gold">{accountTexts.mustChange}</Tag> : null}
      {secondFactor ? <Tag>{accountTexts.secondFactor}</Tag> : null}
      {linked ? <Tag>{accountTexts.linked}</Tag> : null}
      {password || linked || state === 'left' ? null : <Tag>{accountTexts.noPassword}</Tag>}
    </span>
  );
}
