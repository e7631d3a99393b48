import { Controller } from '@nestjs/common';
import { permittedRoles, type Outcome } from '#accountability';
import { civilDateOf } from '#calendar';
import { UNIT_RECORD_LIST, type UnitFile, type UnitRecordPage, type UnitSuccessionDone } from '#contract';
import {
  learnAlias,
  readDirectory,
  registerUnit,
  setGroupMembers,
  succeedUnit,
  takeBackAlias,
  takeBackSuccessionOf,
} from '#engine';
import { UNIT_RECORDS, type Transaction, type UnitRecordRow } from '#persistence';
import { kindOfUnit } from '#plan';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { TagSeen } from '../http/etag.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { listPage } from '../lists/list-page.js';
import { Out, type Given, type ListOut } from '../lists/list-out.js';
import { administers } from '../who/administers.js';
import { refuseUnconcerned } from '../who/areas.js';
import { seenBy, writtenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { unitFileView, unitRecordViews } from './unit-record.view.js';

/** The directory of units: for its keepers to read, for the system administrator to change. */
@Controller()
export class UnitRecordController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('unitRecords')
  records(
    @Input() { query }: InputOf<'unitRecords'>,
    @Requester() who: Who,
    @Out() out: ListOut,
  ): Promise<Given<UnitRecordPage>> {
    refuseUnconcerned('units', who);
    return out.give('unitRecords', query, (page) =>
      seenBy(this.context, who, async (tx) => {
        const { directory } = await readDirectory(tx);
        const given = { today: this.today() };
        const found = await listPage<UnitRecordRow>(tx, UNIT_RECORD_LIST, UNIT_RECORDS, page, given);
        return {
          items: unitRecordViews(found.rows, directory),
          nextCursor: found.nextCursor,
          total: await found.total(),
          mayRegister: administers(who),
        };
      }),
    );
  }

  @Endpoint('unitRecord')
  record(@Input() { params }: InputOf<'unitRecord'>, @Requester() who: Who): Promise<UnitFile> {
    refuseUnconcerned('units', who);
    return this.read(who, params.id);
  }

  @Endpoint('registerUnit')
  async register(@Input() { body }: InputOf<'registerUnit'>, @Requester() who: Who): Promise<UnitFile> {
    const { unitId } = await this.change(who, (tx, by) =>
      registerUnit(tx, { ...body, kind: body.kind ?? kindOfUnit(body.name, ''), ...by }),
    );
    return this.read(who, unitId);
  }

  @Endpoint('learnUnitAlias')
  learn(@Input() { params, body }: InputOf<'learnUnitAlias'>, @Requester() who: Who): Promise<UnitFile> {
    return this.changed(who, params.id, (tx, by) => learnAlias(tx, { ...body, unitId: params.id, ...by }));
  }

  @Endpoint('takeBackUnitAlias')
  takeBack(
    @Input() { params, body }: InputOf<'takeBackUnitAlias'>,
    @Requester() who: Who,
  ): Promise<UnitFile> {
    return this.changed(who, params.id, (tx, by) => takeBackAlias(tx, { ...body, unitId: params.id, ...by }));
  }

  @Endpoint('succeedUnit')
  async succeed(
    @Input() { params, body }: InputOf<'succeedUnit'>,
    @Requester() who: Who,
  ): Promise<UnitSuccessionDone> {
    const predecessorId = params.id;
    const done = await this.change(
      who,
      (tx, by) => succeedUnit(tx, { ...body, predecessorId, ...by }),
      predecessorId,
    );
    return { ...done, dryRun: body.dryRun };
  }

  @Endpoint('takeBackUnitSuccession')
  takeBackSuccession(
    @Input() { params, body }: InputOf<'takeBackUnitSuccession'>,
    @Requester() who: Who,
  ): Promise<UnitFile> {
    return this.changed(who, params.id, (tx, by) =>
      takeBackSuccessionOf(tx, { ...body, predecessorId: params.id, ...by }),
    );
  }

  @Endpoint('setGroupMembers')
  setMembers(
    @Input() { params, body }: InputOf<'setGroupMembers'>,
    @TagSeen() seen: string,
    @Requester() who: Who,
  ): Promise<UnitFile> {
    return this.changed(who, params.id, (tx, by) =>
      setGroupMembers(tx, { ...body, groupId: params.id, seen, ...by }),
    );
  }

  private async changed(
    who: Who,
    unitId: string,
    work: (tx: Transaction, by: { by: string; at: string }) => Promise<Outcome<unknown>>,
  ): Promise<UnitFile> {
    await this.change(who, work, unitId);
    return this.read(who, unitId);
  }

  /** What the administrator says of the directory, in one transaction; what is refused leaves nothing. */
  private change<T>(
    who: Who,
    work: (tx: Transaction, by: { by: string; at: string }) => Promise<Outcome<T>>,
    unitId?: string,
  ): Promise<T> {
    if (!administers(who)) throw problem('NotPermitted');
    return writtenBy(this.context, who, async (tx) => {
      if (unitId !== undefined && !(await readDirectory(tx)).codeOfUnit.has(unitId))
        throw problem('NotFound');
      return valueOf(await work(tx, { by: who.personId, at: this.context.now() }));
    });
  }

  private async read(who: Who, unitId: string): Promise<UnitFile> {
    const file = await seenBy(this.context, who, async (tx) =>
      unitFileView(tx, unitId, this.today(), await readDirectory(tx), {
        administer: administers(who),
        succeedInTasks: who.actor.roles.some(({ role }) =>
          permittedRoles('task', 'UNIT_SUCCEEDED').includes(role),
        ),
      }),
    );
    if (file === null) throw problem('NotFound');
    return file;
  }

  private today(): string {
    return civilDateOf(this.context.now());
  }
}
