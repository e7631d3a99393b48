import type { FailedWakeUp, QueueStatus } from '#scheduling';
import { table } from '../terminal/table.js';

const BACKENDS: Readonly<Record<QueueStatus['backend'], string>> = {
  postgres: 'PostgreSQL',
  redis: 'Redis',
  redisSentinel: 'Redis（哨兵）',
  redisCluster: 'Redis 集群',
};

export function queueText({
  backend,
  paused,
  waiting,
  active,
  delayed,
  failed,
  nextSweepAt,
}: QueueStatus): string {
  return [
    `唤醒队列在 ${BACKENDS[backend]}，${paused ? '已暂停（时限和消息由定时巡检照常处理）' : '运行正常'}`,
    `等待 ${String(waiting)}，办理中 ${String(active)}，定时 ${String(delayed)}，失败 ${String(failed)}`,
    nextSweepAt === null
      ? '没有安排每分钟的巡检：没有巡检进程在运行，或刚刚清空'
      : `下一次每分钟巡检 ${nextSweepAt}`,
  ].join('\n');
}

export const failedText = (failed: readonly FailedWakeUp[]): string =>
  failed.length === 0
    ? '没有失败的唤醒。'
    : table(
        ['编号', '辖区', '失败时间', '原因'],
        failed.map(({ id, jurisdictionId, failedAt, reason }) => [
          id,
          jurisdictionId ?? '全部',
          failedAt ?? '',
          reason,
        ]),
      );
