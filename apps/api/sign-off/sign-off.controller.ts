import { Controller } from '@nestjs/common';
import { signOffRole } from '#accountability';
import { civilDateOf } from '#calendar';
import {
  SIGN_OFF_OUTCOMES,
  type HandedBack,
  type SentForSignOff,
  type SignedOff,
  type UnitSignOff,
} from '#contract';
import { returnFromSignOff, sendForSignOff, signOff, takeBackFromSignOff, turnSignOff } from '#engine';
import {
  headsOfUnit,
  listSittingItems,
  parkedOfSitting,
  readSitting,
  signOffOfUnit,
  type SignOffOfUnit,
  type Transaction,
  type UnitHead,
} from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { refuseStale, VersionSeen } from '../http/etag.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { versionOf } from '../sitting/sitting.view.js';
import { personRef, unitRef } from '../view/refs.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { stepsOf } from './sign-off-of-sitting.js';

/** 负责人审签: what goes to a unit's head before it is filed. */
@Controller()
export class SignOffController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('sendForSignOff')
  async send(
    @Input() { params, body }: InputOf<'sendForSignOff'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<SentForSignOff> {
    const command = { ...(await this.about(who, params.id, seen)), reports: body.reports, idempotencyKey };
    const sent = valueOf(await sendForSignOff(this.context.engine.context, command), body);
    return { ...sent, heads: sent.heads.map(headRef) };
  }

  @Endpoint('takeBackFromSignOff')
  async takeBack(
    @Input() { params, body }: InputOf<'takeBackFromSignOff'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<HandedBack> {
    const command = { ...(await this.about(who, params.id, seen)), ...body, idempotencyKey };
    return valueOf(await takeBackFromSignOff(this.context.engine.context, command));
  }

  @Endpoint('returnFromSignOff')
  async giveBack(
    @Input() { params, body }: InputOf<'returnFromSignOff'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<HandedBack> {
    const command = { ...(await this.about(who, params.id, seen)), ...body, idempotencyKey };
    return valueOf(await returnFromSignOff(this.context.engine.context, command));
  }

  @Endpoint('signOff')
  async sign(
    @Input() { params, body }: InputOf<'signOff'>,
    @Requester() who: Who,
    @VersionSeen() seen: number,
    @EngineKey() idempotencyKey: string,
  ): Promise<SignedOff> {
    const command = { ...(await this.about(who, params.id, seen)), ...body, idempotencyKey };
    const signed = valueOf(await signOff(this.context.engine.context, command));
    const rows = signed.rows.map((row) => ({ ...row, outcomeLabel: SIGN_OFF_OUTCOMES[row.outcome] }));
    return { ...signed, rows };
  }

  @Endpoint('unitSignOff')
  setting(@Input() { params }: InputOf<'unitSignOff'>, @Requester() who: Who): Promise<UnitSignOff> {
    return seenBy(this.context, who, async (tx) => {
      // Its own, and the offices anybody's.
      if (who.boundUnitId !== undefined && who.boundUnitId !== params.id) throw problem('NotFound');
      const found = await signOffOfUnit(tx, params.id);
      if (found === null) throw problem('NotFound');
      return this.settingView(who, found, await this.headsOf(tx, params.id));
    });
  }

  @Endpoint('turnSignOff')
  async turn(@Input() { params, body }: InputOf<'turnSignOff'>, @Requester() who: Who): Promise<UnitSignOff> {
    const heads = await seenBy(this.context, who, (tx) => this.headsOf(tx, params.id));
    if (who.boundUnitId !== undefined && who.boundUnitId !== params.id) throw problem('NotFound');
    const { jurisdictionId, actor } = who;
    const command = { jurisdictionId, actor, unitId: params.id, wanted: body.wanted };
    return this.settingView(who, valueOf(await turnSignOff(this.context.engine.context, command)), heads);
  }

  private headsOf(tx: Transaction, unitId: string): Promise<UnitHead[]> {
    return headsOfUnit(tx, unitId, civilDateOf(this.context.now()));
  }

  private settingView(who: Who, found: SignOffOfUnit, heads: readonly UnitHead[]): UnitSignOff {
    const { unitId, name, wanted, changedAt, changedBy, changedByName, waiting } = found;
    const { jurisdictionId } = who;
    return {
      unit: unitRef(unitId, name),
      wanted,
      heads: heads.map(headRef),
      changedAt,
      changedBy: personRef(changedBy, changedByName),
      waiting,
      mayTurn: signOffRole(who.actor, 'turn', { jurisdictionId, unitId }) !== null,
    };
  }

  /** The sitting, where it is theirs to see, and as they have seen it. */
  private async about(who: Who, sittingId: string, seen: number) {
    const version = await seenBy(this.context, who, async (tx) => {
      if ((await readSitting(tx, sittingId)) === null) throw problem('NotFound');
      const [items, sent] = await Promise.all([
        listSittingItems(tx, sittingId),
        parkedOfSitting(tx, sittingId),
      ]);
      return versionOf(items, stepsOf(sent));
    });
    refuseStale(seen, version);
    return { jurisdictionId: who.jurisdictionId, actor: who.actor, sittingId };
  }
}

const headRef = ({ personId, name }: UnitHead) => ({ id: personId, name });
