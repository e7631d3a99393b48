import { ACCOUNT_STATES, ROLE_LABELS, type AccountState, type AccountView, type RoleName } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { wordInLanguage } from '../texts/in-language.js';
import { accountTexts } from '../texts/zh.js';
import { AccountDrawer } from './account-drawer.js';
import { AccountRow } from './account-row.js';
import { accountsQuery } from './accounts-query.js';
import { CreateDialog } from './create-dialog.js';
import { ImportDialog } from './import-dialog.js';
import './accounts.css';

const choices = <K extends string>(labels: Record<K, string>) =>
  (Object.entries(labels) as [K, string][]).map(([value, label]) => ({
    value,
    label: wordInLanguage(label),
  }));

/** Accounts and what they may do, for the three administrators; the auditor looks on. */
export function AccountsPage() {
  const [q, setQ] = useState('');
  const [state, setState] = useState<AccountState>();
  const [role, setRole] = useState<RoleName>();
  const [openId, setOpenId] = useState<string>();
  const [dialog, setDialog] = useState<'create' | 'import'>();
  const accounts = useInfiniteQuery(accountsQuery({ q, state, role }));
  const [first] = accounts.data?.pages ?? [];
  const items = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const open = items.find(({ id }) => id === openId);
  return (
    <>
      <div className="page-head">
        <PageTitle title={accountTexts.title} />
        <span className="soft">{accountTexts.hint}</span>
        <div className="page-actions">
          {first?.mayImport === true ? (
            <Button onClick={() => setDialog('import')} data-testid="import-accounts">
              {accountTexts.bringIn}
            </Button>
          ) : null}
          {first?.mayCreate === true ? (
            <Button type="primary" onClick={() => setDialog('create')} data-testid="create-account">
              {accountTexts.create}
            </Button>
          ) : null}
        </div>
      </div>
      <section className="panel">
        <div className="panel-body bar">
          <Input.Search
            className="account-search"
            allowClear
            placeholder={accountTexts.search}
            aria-label={accountTexts.search}
            onSearch={(text) => setQ(text.trim())}
          />
          <Select
            className="account-filter"
            allowClear
            placeholder={accountTexts.anyState}
            aria-label={accountTexts.anyState}
            options={choices(ACCOUNT_STATES)}
            onChange={(value: AccountState | undefined) => setState(value)}
          />
          <Select
            className="account-filter"
            allowClear
            placeholder={accountTexts.anyRole}
            aria-label={accountTexts.anyRole}
            options={choices(ROLE_LABELS)}
            onChange={(value: RoleName | undefined) => setRole(value)}
          />
        </div>
        <Answer query={{ ...accounts, data: first }}>
          {({ total }) => (
            <List
              items={items}
              total={total}
              onOpen={setOpenId}
              more={accounts.hasNextPage ? () => void accounts.fetchNextPage() : undefined}
              loading={accounts.isFetchingNextPage}
            />
          )}
        </Answer>
      </section>
      {open === undefined ? null : <AccountDrawer account={open} onClose={() => setOpenId(undefined)} />}
      {dialog === 'create' ? <CreateDialog onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'import' ? <ImportDialog onClose={() => setDialog(undefined)} /> : null}
    </>
  );
}

interface ListProps {
  items: readonly AccountView[];
  total: number;
  onOpen: (id: string) => void;
  more: (() => void) | undefined;
  loading: boolean;
}

function List({ items, total, onOpen, more, loading }: ListProps) {
  if (items.length === 0) return <EmptyNote title={accountTexts.none} hint={accountTexts.noneHint} />;
  return (
    <>
      <ul className="cards accounts" data-testid="accounts">
        {items.map((account) => (
          <AccountRow key={account.id} account={account} onOpen={() => onOpen(account.id)} />
        ))}
      </ul>
      <p className="panel-body soft small bar">
        {accountTexts.shown(items.length, total)}
        {more === undefined ? null : (
          <Button size="small" onClick={more} loading={loading}>
            {accountTexts.more}
          </Button>
        )}
      </p>
    </>
  );
}
