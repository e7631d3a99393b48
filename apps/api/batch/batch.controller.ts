import { Controller } from '@nestjs/common';
import type { BatchResult } from '#contract';
import type { Spoken } from '#engine';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { EngineKey } from '../http/idempotency-key.js';
import { SpokenIn } from '../http/spoken.js';
import { Input, type InputOf } from '../http/input.js';
import { Requester, type Who } from '../who/who.js';
import { doBatch } from './do-batch.js';

/** 批量办理. Who may do what is decided item by item, as for the single acts. */
@Controller()
export class BatchController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('batch')
  batch(
    @Input() { params, body }: InputOf<'batch'>,
    @Requester() who: Who,
    @EngineKey() key: string,
    @SpokenIn() { language }: Spoken,
  ): Promise<BatchResult> {
    return doBatch(this.context, who, params.act, body, key, language);
  }
}
