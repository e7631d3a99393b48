import { Controller } from '@nestjs/common';
import type { QueueStatusView } from '#contract';
import { ApiContext } from '../api-dependencies.js';
import { Endpoint } from '../http/endpoint.js';
import { problem } from '../http/problem.js';
import { Requester, type Who } from '../who/who.js';
import { queueFor, refuseAmongSeveral } from './administers.js';

/** The queue of wake-ups, for system administrators. */
@Controller()
export class QueueController {
  constructor(private readonly context: ApiContext) {}

  @Endpoint('queueStatus')
  async status(@Requester() who: Who): Promise<QueueStatusView> {
    const { desk } = queueFor(this.context, who);
    const [status, failed] = await this.reached(() => Promise.all([desk.status(), desk.failed()]));
    const failures = failed
      .filter(({ jurisdictionId }) => jurisdictionId === who.jurisdictionId)
      .map(({ id, at, failedAt, reason }) => ({ id, at, failedAt, reason }));
    return { ...status, failures };
  }

  @Endpoint('pauseQueue')
  async pause(@Requester() who: Who): Promise<{ paused: boolean }> {
    const { desk } = queueFor(this.context, who);
    await refuseAmongSeveral(this.context);
    await this.reached(desk.pause);
    this.context.log.info('唤醒队列已由管理员暂停。', { personId: who.personId });
    return { paused: true };
  }

  @Endpoint('resumeQueue')
  async resume(@Requester() who: Who): Promise<{ paused: boolean }> {
    const { desk } = queueFor(this.context, who);
    await refuseAmongSeveral(this.context);
    await this.reached(desk.resume);
    this.context.log.info('唤醒队列已由管理员恢复。', { personId: who.personId });
    return { paused: false };
  }

  @Endpoint('requeueFailed')
  async requeue(@Requester() who: Who): Promise<{ requeued: number }> {
    const { desk } = queueFor(this.context, who);
    const own = (await this.reached(desk.failed)).filter(
      ({ jurisdictionId }) => jurisdictionId === who.jurisdictionId,
    );
    let requeued = 0;
    for (const { id } of own) requeued += await this.reached(() => desk.requeue(id));
    return { requeued };
  }

  private async reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.context.log.error(`唤醒队列没有应答：${error instanceof Error ? error.message : String(error)}`);
      throw problem('QueueUnavailable');
    }
  }
}
