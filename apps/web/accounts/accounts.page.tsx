import { ACCOUNT_STATES, ROLE_LABELS, type AccountState, type AccountView, type RoleName } from '#contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useReducer, useState } from 'react';
import { EmptyNote } from '../components/empty-note.js';
import { Answer } from '../components/answer.js';
import { PageTitle } from '../components/page-title.js';
import { ListFoot } from '../lists/list-foot.js';
import type { Paged } from '../lists/more.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { wordInLanguage } from '../texts/in-language.js';
import { accountTexts } from '../texts/zh.js';
import { AccountDrawer } from './account-drawer.js';
import { AccountRow } from './account-row.js';
import { accountSearchSchema, type AccountFilter } from './account-search.js';
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
  const search = useSearch({ from: '/inside/accounts' });
  const { q = '', state, role } = search;
  const navigate = useNavigate({ from: '/accounts' });
  const refine = (change: AccountFilter): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  // What is typed stands beside the address: it begins anew where the address is another one at once.
  const [turn, beginAnew] = useReducer((n: number) => n + 1, 0);
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
            key={turn}
            className="account-search"
            allowClear
            defaultValue={q}
            placeholder={accountTexts.search}
            aria-label={accountTexts.search}
            onSearch={(text) => refine({ q: text.trim() || undefined })}
          />
          <Select
            className="account-filter"
            allowClear
            placeholder={accountTexts.anyState}
            aria-label={accountTexts.anyState}
            value={state ?? null}
            options={choices(ACCOUNT_STATES)}
            onChange={(value: AccountState | null | undefined) => refine({ state: value ?? undefined })}
          />
          <Select
            className="account-filter"
            allowClear
            placeholder={accountTexts.anyRole}
            aria-label={accountTexts.anyRole}
            value={role ?? null}
            options={choices(ROLE_LABELS)}
            onChange={(value: RoleName | null | undefined) => refine({ role: value ?? undefined })}
          />
          <SavedFilters
            list="accounts"
            schema={accountSearchSchema}
            search={search}
            onUse={(next) => void navigate({ search: next }).then(beginAnew)}
          />
        </div>
        <Answer query={{ ...accounts, data: first }}>
          {({ total }) => <List items={items} total={total} onOpen={setOpenId} list={accounts} />}
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
  list: Paged;
}

function List({ items, total, onOpen, list }: ListProps) {
  if (items.length === 0) return <EmptyNote title={accountTexts.none} hint={accountTexts.noneHint} />;
  return (
    <>
      <ul className="cards accounts" data-testid="accounts">
        {items.map((account) => (
          <AccountRow key={account.id} account={account} onOpen={() => onOpen(account.id)} />
        ))}
      </ul>
      <ListFoot list={list} said={accountTexts.shown(items.length, total)} more={accountTexts.more} />
    </>
  );
}
