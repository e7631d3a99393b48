import { findingOf, type Finding } from '#engine';
import { CliError } from '../cli-error.js';
import { withQueue } from '../queue/with-queue.js';

/** Whether the queue answers; that it was paused is no fault, but somebody should know. */
export async function checkQueue(options: {
  data?: string;
}): Promise<{ paused: string[]; findings: Finding[] }> {
  try {
    const { paused } = await withQueue(options, (desk) => desk.status());
    return {
      paused: paused ? ['唤醒队列（各辖区共用）：由管理员暂停，时限和消息由定时巡检照常处理'] : [],
      findings: [],
    };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return {
      paused: [],
      findings: findingOf(
        {
          code: 'QUEUE_UNREACHABLE',
          jurisdictionId: null,
          what: '唤醒队列没有应答，由定时巡检代替',
          mend: '请检查 Redis 的连接设置（REDIS_…）和服务器；时限和消息不受影响，最多晚几秒。',
        },
        ['唤醒队列'],
      ),
    };
  }
}
