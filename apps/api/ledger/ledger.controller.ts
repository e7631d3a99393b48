import { Controller, Req } from '@nestjs/common';
import type { Request } from 'express';
import { permittedRoles } from '#accountability';
import type { LedgerUpload } from '#contract';
import { readWorkbook } from '#documents';
import {
  checkWorkbook,
  fileWorkbook,
  markedWorkbook,
  type TakeWorkbook,
  type TakenWorkbook,
  type WorkbookRefused,
} from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { Requester, type Who } from '../who/who.js';
import { ledgerSeal } from './ledger-seal.js';
import { ledgerUpload } from './ledger.view.js';

/** 台账 that were filled in offline: tried, and filed. */
@Controller()
export class LedgerController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('checkLedger')
  async check(
    @Input() { query }: InputOf<'checkLedger'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<LedgerUpload> {
    const command = await this.read(who, request, query.sitting);
    const { context } = this.context.engine;
    const taken = known(await checkWorkbook(context, command));
    return ledgerUpload(taken, true, this.context.now(), await markedWorkbook(context, command, taken));
  }

  @Endpoint('fileLedger')
  async file(
    @Input() { query }: InputOf<'fileLedger'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
  ): Promise<LedgerUpload> {
    const command = await this.read(who, request, query.sitting);
    const taken = known(await fileWorkbook(this.context.engine.context, { ...command, idempotencyKey }));
    return ledgerUpload(taken, false, this.context.now(), null);
  }

  private async read(who: Who, request: Request, sittingId: string | undefined): Promise<TakeWorkbook> {
    const roles = permittedRoles('obligation', 'REPORT_FILED');
    // Before anything is read: of who files nothing, no file is taken.
    if (!who.actor.roles.some(({ role }) => roles.includes(role))) throw problem('NotPermitted');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw problem('RequestUnreadable');
    return {
      jurisdictionId: who.jurisdictionId,
      actor: who.actor,
      unitId: who.boundUnitId,
      sheets: await readWorkbook(bytes),
      seal: ledgerSeal(this.context.box),
      sittingId,
    };
  }
}

type Taken =
  { ok: true; value: TakenWorkbook } | WorkbookRefused | Exclude<Parameters<typeof valueOf>[0], { ok: true }>;

function known(taken: Taken): TakenWorkbook {
  if ('message' in taken) throw problem('LedgerNotTaken', taken.message);
  return valueOf(taken);
}
