import { Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { openApiDocument, type Readiness } from '#contract';
import { ApiContext, type ReadinessCheck } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';

@Controller()
export class HealthController {
  private document: Record<string, unknown> | undefined;

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
  description(): Record<string, unknown> {
    return (this.document ??= openApiDocument(this.context.config.version));
  }
}

/** Reasons are told in our own words where they are ours; a foreign error's text may name hosts and users. */
async function askedOf({ name, check }: ReadinessCheck): Promise<Readiness['checks'][number]> {
  try {
    return { name, ok: true, detail: await check() };
  } catch {
    return { name, ok: false, detail: '不可用，详见服务端日志' };
  }
}
