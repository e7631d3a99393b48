import { Controller, Req, Res, StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { EvidenceFileList, EvidenceFileView } from '#contract';
import { addEvidence, withdrawEvidence } from '#engine';
import { fileDisposition } from '#export';
import { evidenceById } from '#persistence';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { Input, type InputOf } from '../http/input.js';
import { problem } from '../http/problem.js';
import { valueOf } from '../http/value-of.js';
import { refuseUnseenTask } from '../task/refuse-unseen-task.js';
import { originOf } from '../trail/origin-of.js';
import { seenBy } from '../who/seen-by.js';
import { Requester, type Who } from '../who/who.js';
import { evidenceView } from './evidence.view.js';
import { Files } from './files.js';
import { actsFor, taskEvidence } from './task-evidence.js';

/** 佐证材料: handed in, listed, served, withdrawn. */
@Controller()
export class EvidenceController {
  readonly #files: Files;

  constructor(private readonly context: ApiContext) {
    this.#files = new Files(context);
  }

  @Endpoint('taskEvidence')
  async list(@Input() { params }: InputOf<'taskEvidence'>, @Requester() who: Who): Promise<EvidenceFileList> {
    await refuseUnseenTask(this.context, who, params.id);
    return taskEvidence(this.context, who, params.id);
  }

  @Endpoint('addEvidence')
  async add(
    @Input() { params, query }: InputOf<'addEvidence'>,
    @Requester() who: Who,
    @EngineKey() idempotencyKey: string,
    @Req() request: Request,
  ): Promise<EvidenceFileView> {
    await refuseUnseenTask(this.context, who, params.id);
    const acts = await actsFor(this.context, who, params.id);
    // Before anything is kept: what is nobody's to hand in takes no room.
    if (acts === undefined) throw problem('NotPermitted');
    const bytes: unknown = request.body;
    if (!Buffer.isBuffer(bytes)) throw problem('RequestUnreadable');
    const { jurisdictionId, actor } = who;
    const file = await this.#files.keep(jurisdictionId, query.name, bytes);
    const added = valueOf(
      await addEvidence(this.context.engine.context, {
        jurisdictionId,
        actor,
        origin: originOf(who, request),
        idempotencyKey,
        taskId: params.id,
        obligationId: query.obligation ?? null,
        file,
        note: query.note,
      }),
    );
    return evidenceView(added, acts);
  }

  @Endpoint('evidenceContent')
  async content(
    @Input() { params }: InputOf<'evidenceContent'>,
    @Requester() who: Who,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const row = await seenBy(this.context, who, (tx) => evidenceById(tx, params.id));
    // What a unit has taken back is the offices' alone.
    if (row === null || row.erasedAt !== null || (row.withdrawnAt !== null && who.boundUnitId !== undefined))
      throw problem('NotFound');
    const { size, content } = await this.#files.open(who.jurisdictionId, row);
    // Whatever is in it, a browser runs nothing of it and shows none of it as ours.
    response.set('Content-Security-Policy', "default-src 'none'; sandbox");
    response.set('X-Content-Type-Options', 'nosniff');
    return new StreamableFile(content, {
      type: row.mediaType,
      disposition: fileDisposition(row.name, `evidence${/\.\w+$/u.exec(row.name)?.[0] ?? ''}`),
      length: size,
    });
  }

  @Endpoint('withdrawEvidence')
  async withdraw(
    @Input() { params, body }: InputOf<'withdrawEvidence'>,
    @Requester() who: Who,
    @Req() request: Request,
  ): Promise<EvidenceFileView> {
    const seen = await seenBy(this.context, who, (tx) => evidenceById(tx, params.id));
    if (seen === null) throw problem('NotFound');
    const { jurisdictionId, actor } = who;
    const withdrawn = valueOf(
      await withdrawEvidence(this.context.engine.context, {
        jurisdictionId,
        actor,
        origin: originOf(who, request),
        evidenceId: params.id,
        reason: body.reason,
      }),
    );
    return evidenceView(withdrawn, await actsFor(this.context, who, withdrawn.taskId));
  }
}
