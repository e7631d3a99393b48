import type { AlertView } from '../alert.js';
import type { InboxMessage } from '../inbox.js';
import type { LetterPage } from '../letter.js';
import type { NoticeSummary } from '../notice.js';
import type { WebhookDeliveryView } from '../webhook.js';
import { instant, type ExportColumn } from './export-table.js';

export const NOTICE_COLUMNS: readonly ExportColumn<NoticeSummary>[] = [
  { heading: '文号', field: 'number', of: (notice) => notice.number },
  { heading: '文种', field: 'kindLabel', of: (notice) => notice.kindLabel },
  { heading: '标题', field: 'title', of: (notice) => notice.title },
  { heading: '单位', field: 'unit', of: (notice) => notice.unit.name },
  { heading: '状态', field: 'stateLabel', of: (notice) => notice.stateLabel },
  instant('拟稿时间', 'draftedAt', (notice) => notice.draftedAt),
  instant('签发时间', 'issuedAt', (notice) => notice.issuedAt),
  instant('签收时间', 'acknowledgedAt', (notice) => notice.acknowledgedAt),
  instant('撤销时间', 'rescindedAt', (notice) => notice.rescindedAt),
];

export const INBOX_COLUMNS: readonly ExportColumn<InboxMessage>[] = [
  instant('送达时间', 'deliveredAt', (message) => message.deliveredAt),
  { heading: '标题', field: 'title', of: (message) => message.title },
  { heading: '内容', field: 'body', of: (message) => message.body },
  instant('阅读时间', 'readAt', (message) => message.readAt),
];

export const ALERT_COLUMNS: readonly ExportColumn<AlertView>[] = [
  instant('提示时间', 'raisedAt', (alert) => alert.raisedAt),
  { heading: '类别', field: 'kindLabel', of: (alert) => alert.kindLabel },
  { heading: '级别', field: 'levelLabel', of: (alert) => alert.levelLabel },
  { heading: '单位', field: 'unit', of: (alert) => alert.unit?.name ?? null },
  { heading: '事项', field: 'title', of: (alert) => alert.title },
  { heading: '说明', field: 'detail', of: (alert) => alert.detail },
  { heading: '在等什么', field: 'clock', of: (alert) => alert.clock?.label ?? null },
  instant('时限', 'clock', (alert) => alert.clock?.at ?? null),
  {
    heading: '待谁办理',
    field: 'clock',
    of: (alert) => alert.clock?.officeLabel ?? alert.clock?.unit?.name ?? null,
  },
  { heading: '状态', field: 'state', of: (alert) => (alert.state === 'open' ? '待处理' : '已了结') },
  instant('了结时间', 'settledAt', (alert) => alert.settledAt),
];

export const LETTER_COLUMNS: readonly ExportColumn<LetterPage['items'][number]>[] = [
  instant('发出时间', 'createdAt', (letter) => letter.createdAt),
  { heading: '渠道', field: 'channel', of: (letter) => letter.channel },
  { heading: '收件人', field: 'owner', of: (letter) => letter.owner },
  { heading: '用途', field: 'purposeLabel', of: (letter) => letter.purposeLabel },
  { heading: '标题', field: 'title', of: (letter) => letter.title },
  { heading: '送达情况', field: 'delivery', of: (letter) => letter.delivery.stateLabel },
  { heading: '尝试次数', field: 'delivery', of: (letter) => letter.delivery.attempts },
  { heading: '失败原因', field: 'delivery', of: (letter) => letter.delivery.failure },
];

export const WEBHOOK_DELIVERY_COLUMNS: readonly ExportColumn<WebhookDeliveryView>[] = [
  instant('登记时间', 'createdAt', (delivery) => delivery.createdAt),
  { heading: '事件', field: 'typeLabel', of: (delivery) => delivery.typeLabel },
  { heading: '游标', field: 'cursor', of: (delivery) => delivery.cursor },
  { heading: '状态', field: 'state', of: (delivery) => delivery.state },
  { heading: '尝试次数', field: 'attempts', of: (delivery) => delivery.attempts },
  { heading: '应答', field: 'status', of: (delivery) => delivery.status },
  { heading: '失败原因', field: 'failure', of: (delivery) => delivery.failure },
  instant('送达时间', 'deliveredAt', (delivery) => delivery.deliveredAt),
];
