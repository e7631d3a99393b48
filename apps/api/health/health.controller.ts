import { Controller, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { openApiDocument, type Language, type Readiness } from '#contract';
import { ApiContext, type ReadinessCheck } from '../api-dependencies.js';
import { readExamples } from '../documentation/read-examples.js';
import { askedOf } from './asked-of.js';
import { Endpoint } from '../http/endpoint.js';
import { languageOf } from '../http/language.js';

@Controller()
export class HealthController {
  private readonly documents = new Map<Language, Record<string, unknown>>();

  constructor(private readonly context: ApiContext) {}

  @Endpoint('health')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Endpoint('readiness')
  async readiness(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const database: ReadinessCheck = {
      name: 'database',
      check: () => this.context.database.ping().then(() => '连接正常'),
    };
    const asked = [database, ...this.context.readiness];
    const checks = await Promise.all(asked.map(askedOf));
    const ready = checks.every(({ ok }, at) => ok || asked[at]?.advisory === true);
    if (!ready) response.status(503);
    return { status: ready ? 'ready' : 'notReady', checks };
  }

  @Endpoint('description')
  async description(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, unknown>> {
    const language = languageOf(request);
    response.set('Content-Language', language);
    let document = this.documents.get(language);
    if (document === undefined) {
      document = openApiDocument(this.context.config.version, { language, examples: await readExamples() });
      this.documents.set(language, document);
    }
    return document;
  }
}
