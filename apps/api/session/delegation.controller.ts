import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { civilDateOf } from '#calendar';
import {
  DELEGATION_STATES,
  labelOf,
  ROLE_LABELS,
  type DelegationList,
  type DelegationState,
  type DelegationView,
} from '#contract';
import {
  endDelegation,
  grantDelegation,
  lendable,
  mayEndDelegation,
  overseesDelegations,
  readCandidates,
  readDelegations,
  type Delegating,
  type DelegationRow,
} from '#identity';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { Input, type InputOf } from '../http/input.js';
import { valueOf } from '../http/value-of.js';
import { originOf } from '../trail/origin-of.js';
import { Requester, type Who } from '../who/who.js';

/** 代办: who acts for whom. Everybody sees what is between them and another; who supervises, and the auditor, all of it. */
@Controller()
export class DelegationController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('delegations')
  async list(@Requester() who: Who): Promise<DelegationList> {
    const { jurisdictionId, personId, actor } = who;
    const today = civilDateOf(this.context.now());
    const roles = lendable(actor);
    // Two people of one office may be of two units: what is between them is asked for by name, not by unit.
    return this.context.database.transaction(
      { jurisdictionId },
      async (tx) => ({
        items: (await readDelegations(tx, overseesDelegations(actor) ? null : personId)).map((row) =>
          delegationView(row, who, today),
        ),
        roles: roles.map((role) => ({ role, label: labelOf(ROLE_LABELS, role) })),
        candidates:
          roles.length === 0 || actor.unitId === null
            ? []
            : await readCandidates(tx, { personId, unitId: actor.unitId }, today),
        today,
      }),
      { readOnly: true },
    );
  }

  @Endpoint('grantDelegation')
  async grant(
    @Input() { body }: InputOf<'grantDelegation'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<DelegationList> {
    valueOf(await grantDelegation(this.by(who, request), body));
    return this.list(who);
  }

  @Endpoint('endDelegation')
  async end(
    @Input() { params, body }: InputOf<'endDelegation'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<DelegationList> {
    valueOf(await endDelegation(this.by(who, request), { id: params.id, ...body }));
    return this.list(who);
  }

  private by(who: Who, request: Request): Delegating {
    return {
      jurisdictionId: who.jurisdictionId,
      actor: who.actor,
      origin: originOf(who, request),
      identity: this.context.identity,
      engine: this.context.engine.context,
    };
  }
}

function delegationView(row: DelegationRow, { actor }: Who, today: string): DelegationView {
  const { delegatorId, delegatorName, delegateId, delegateName, roles, ...facts } = row;
  const state = stateOf(row, today);
  return {
    ...facts,
    delegator: { id: delegatorId, name: delegatorName },
    delegate: { id: delegateId, name: delegateName },
    roles: roles.map((role) => ({ role, label: labelOf(ROLE_LABELS, role) })),
    state,
    stateLabel: DELEGATION_STATES[state],
    mayEnd:
      (state === 'coming' || state === 'current') &&
      mayEndDelegation(actor, { personId: delegatorId, delegateId }),
  };
}

function stateOf({ endedAt, from, to }: DelegationRow, today: string): DelegationState {
  if (endedAt !== null) return 'ended';
  if (to < today) return 'over';
  return from > today ? 'coming' : 'current';
}
