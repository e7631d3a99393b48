import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import {
  IMPORT_RESULTS,
  type AccountImportView,
  type AccountPage,
  type AccountView,
  type ConfirmedAccess,
  type FirstPassword,
} from '#contract';
import {
  askForPassword,
  askForSecondFactor,
  barAccount,
  changeAccount,
  confirmAccess,
  createAccount,
  grantRole,
  importPeople,
  leaveAccount,
  mayAct,
  refuseAccess,
  revokeAccess,
  unbarAccount,
  withdrawRole,
  type Administering,
  type IdentityOutcome,
  type Target,
} from '#identity';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { VersionSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { originOf } from '../trail/origin-of.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { accountViews } from './account.view.js';
import { readPeopleList } from './read-people-list.js';

type Act = (by: Administering, target: Target) => Promise<IdentityOutcome<unknown>>;

/** Accounts and roles, for the three administrators; who of them does what is said by `ACCOUNT_ACTS` of the identity. */
@Controller()
export class AccountController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('accounts')
  async accounts(@Input() { query }: InputOf<'accounts'>, @Requester() who: Who): Promise<AccountPage> {
    refuseUnconcerned('accounts', who);
    const { q, cursor, limit, ...filter } = query;
    const { items, total } = await seenBy(this.context, who, (tx) =>
      accountViews(this.context, tx, who.actor, {
        ...filter,
        words: q,
        after: cursor,
        limit: limit + 1,
      }),
    );
    const page = items.slice(0, limit);
    return {
      items: page,
      total,
      nextCursor: items.length > limit ? (page.at(-1)?.username ?? null) : null,
      mayCreate: mayAct(who.actor, 'create'),
      mayImport: mayAct(who.actor, 'create') || mayAct(who.actor, 'grantRole'),
    };
  }

  @Endpoint('account')
  account(@Input() { params }: InputOf<'account'>, @Requester() who: Who): Promise<AccountView> {
    refuseUnconcerned('accounts', who);
    return this.read(who, params.id);
  }

  @Endpoint('createAccount')
  async create(
    @Input() { body }: InputOf<'createAccount'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<FirstPassword> {
    const { personId, password } = valueOf(await createAccount(this.by(who, request), body));
    return this.told(who, personId, password);
  }

  @Endpoint('changeAccount')
  async change(
    @Input() { params, body }: InputOf<'changeAccount'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    const target = { personId: params.id, version, ...body };
    valueOf(await changeAccount(this.by(who, request), target));
    return this.read(who, params.id);
  }

  @Endpoint('barAccount')
  bar(
    @Input() input: InputOf<'barAccount'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(barAccount, input, version, who, request);
  }

  @Endpoint('unbarAccount')
  unbar(
    @Input() input: InputOf<'unbarAccount'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(unbarAccount, input, version, who, request);
  }

  @Endpoint('endAccountSecondFactor')
  endSecondFactor(
    @Input() input: InputOf<'endAccountSecondFactor'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(askForSecondFactor, input, version, who, request);
  }

  @Endpoint('revokeAccountAccess')
  revoke(
    @Input() input: InputOf<'revokeAccountAccess'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(revokeAccess, input, version, who, request);
  }

  @Endpoint('resetAccountPassword')
  resetPassword(
    @Input() input: InputOf<'resetAccountPassword'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(askForPassword, input, version, who, request);
  }

  @Endpoint('confirmAccountAccess')
  async confirmAccess(
    @Input() { params, body }: InputOf<'confirmAccountAccess'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<ConfirmedAccess> {
    const target = { personId: params.id, version, ...body };
    const { password: firstPassword } = valueOf(await confirmAccess(this.by(who, request), target));
    const account = await this.read(who, params.id);
    return { account, firstPassword, version: account.version };
  }

  @Endpoint('refuseAccountAccess')
  refuseAccess(
    @Input() input: InputOf<'refuseAccountAccess'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    return this.act(refuseAccess, input, version, who, request);
  }

  @Endpoint('grantRole')
  async grant(
    @Input() { params, body }: InputOf<'grantRole'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    const { reason, ...grant } = body;
    const target = { personId: params.id, version, reason, grant };
    valueOf(await grantRole(this.by(who, request), target));
    return this.read(who, params.id);
  }

  @Endpoint('withdrawRole')
  async withdraw(
    @Input() { params, body }: InputOf<'withdrawRole'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    const { id: personId, assignmentId } = params;
    const target = { personId, version, assignmentId, ...body };
    valueOf(await withdrawRole(this.by(who, request), target));
    return this.read(who, personId);
  }

  @Endpoint('leaveOffice')
  async leave(
    @Input() { params, body }: InputOf<'leaveOffice'>,
    @VersionSeen() version: number,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountView> {
    const target = { personId: params.id, version, ...body };
    valueOf(await leaveAccount(this.by(who, request), target));
    return this.read(who, params.id);
  }

  @Endpoint('importAccounts')
  async import(
    @Input() { query, body }: InputOf<'importAccounts'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<AccountImportView> {
    void body;
    if (!mayAct(who.actor, 'create') && !mayAct(who.actor, 'grantRole')) throw problem('NotPermitted');
    const { dryRun, reason = '从名单导入' } = query;
    const list = await readPeopleList(request.body as Uint8Array);
    const done = valueOf(await importPeople(this.by(who, request), list.lines, { dryRun, reason }));
    const lines = [
      ...done.lines,
      ...list.refused.map((line) => ({ ...line, result: 'refused' as const })),
    ].sort((a, b) => a.line - b.line);
    const counts: Record<string, number> = {};
    for (const { result } of lines) counts[result] = (counts[result] ?? 0) + 1;
    return {
      dryRun,
      counts,
      lines: lines.map((line) => ({ ...line, resultLabel: IMPORT_RESULTS[line.result] })),
      firstPasswords: done.firstPasswords,
    };
  }

  private async act(
    act: Act,
    { params, body }: { params: { id: string }; body: { reason: string } },
    version: number,
    who: Who,
    request: Request,
  ): Promise<AccountView> {
    valueOf(await act(this.by(who, request), { personId: params.id, version, ...body }));
    return this.read(who, params.id);
  }

  private async told(who: Who, personId: string, firstPassword: string): Promise<FirstPassword> {
    const account = await this.read(who, personId);
    return { account, firstPassword, version: account.version };
  }

  private async read(who: Who, personId: string): Promise<AccountView> {
    const { items } = await seenBy(this.context, who, (tx) =>
      accountViews(this.context, tx, who.actor, { personId, limit: 1 }),
    );
    const [account] = items;
    if (account === undefined) throw problem('NotFound');
    return account;
  }

  private by(who: Who, request: Request): Administering {
    return {
      jurisdictionId: who.jurisdictionId,
      actor: who.actor,
      origin: originOf(who, request),
      identity: this.context.identity,
      engine: this.context.engine.context,
    };
  }
}
