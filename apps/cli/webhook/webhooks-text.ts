import { chineseDateTime } from '#calendar';
import { WEBHOOK_DELIVERY_STATES, webhookTypeLabel } from '#contract';
import type { DeliveryRead } from '#persistence';
import { table } from '../terminal/table.js';
import type { ListedWebhook } from './webhooks-of-record.js';

const at = (instant: string | null): string => (instant === null ? '–' : chineseDateTime(instant));

export const webhooksText = (rows: readonly ListedWebhook[]): string =>
  rows.length === 0
    ? '还没有事件订阅。用 npx luoshi webhook add 登记。'
    : table(
        ['名称', '范围', '事件', '接收地址', '状态', '待发', '停发', '最近送达'],
        rows.map((row) => [
          row.name,
          row.unitName ?? '全辖区',
          row.eventTypes.map(webhookTypeLabel).join('、'),
          row.url,
          row.state === 'on' ? '推送中' : `已暂停：${row.pausedReason ?? ''}`,
          String(row.counts.waiting + row.counts.failing),
          String(row.counts.dead),
          at(row.counts.lastDeliveredAt),
        ]),
      );

export const deliveriesText = (rows: readonly DeliveryRead[]): string =>
  rows.length === 0
    ? '没有推送记录。'
    : table(
        ['编号', '游标', '事件', '状态', '次数', '应答', '下次', '原因'],
        rows.map((row) => [
          row.id,
          row.position === null ? '–' : String(row.position),
          webhookTypeLabel(row.type),
          WEBHOOK_DELIVERY_STATES[row.state],
          String(row.attempts),
          row.status === null ? '–' : String(row.status),
          row.state === 'pending' || row.state === 'failedForNow' ? at(row.notBefore) : '–',
          row.failure ?? '',
        ]),
      );
