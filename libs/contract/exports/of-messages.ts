import type { AlertView } from '../alert.js';
import type { InboxMessage } from '../inbox.js';
import type { LetterPage } from '../letter.js';
import type { NoticeSummary } from '../notice.js';
import type { WebhookDeliveryView } from '../webhook.js';
import { instant, type ExportColumn } from './export-table.js';

export const NOTICE_COLUMNS: readonly ExportColumn<NoticeSummary>[] = [
  { heading: '文号', of: (notice) => notice.number },
  { heading: '文种', of: (notice) => notice.kindLabel },
  { heading: '标题', of: (notice) => notice.title },
  { heading: '单位', of: (notice) => notice.unit.name },
  { heading: '状态', of: (notice) => notice.stateLabel },
  instant('拟稿时间', (notice) => notice.draftedAt),
  instant('签发时间', (notice) => notice.issuedAt),
  instant('签收时间', (notice) => notice.acknowledgedAt),
  instant('撤销时间', (notice) => notice.rescindedAt),
];

export const INBOX_COLUMNS: readonly ExportColumn<InboxMessage>[] = [
  instant('送达时间', (message) => message.deliveredAt),
  { heading: '标题', of: (message) => message.title },
  { heading: '内容', of: (message) => message.body },
  instant('阅读时间', (message) => message.readAt),
];

export const ALERT_COLUMNS: readonly ExportColumn<AlertView>[] = [
  instant('提示时间', (alert) => alert.raisedAt),
  { heading: '类别', of: (alert) => alert.kindLabel },
  { heading: '级别', of: (alert) => alert.levelLabel },
  { heading: '单位', of: (alert) => alert.unit?.name ?? null },
  { heading: '事项', of: (alert) => alert.title },
  { heading: '说明', of: (alert) => alert.detail },
  { heading: '状态', of: (alert) => (alert.state === 'open' ? '待处理' : '已了结') },
  instant('了结时间', (alert) => alert.settledAt),
];

export const LETTER_COLUMNS: readonly ExportColumn<LetterPage['items'][number]>[] = [
  instant('发出时间', (letter) => letter.createdAt),
  { heading: '渠道', of: (letter) => letter.channel },
  { heading: '收件人', of: (letter) => letter.owner },
  { heading: '用途', of: (letter) => letter.purposeLabel },
  { heading: '标题', of: (letter) => letter.title },
  { heading: '送达情况', of: (letter) => letter.delivery.stateLabel },
  { heading: '尝试次数', of: (letter) => letter.delivery.attempts },
  { heading: '失败原因', of: (letter) => letter.delivery.failure },
];

export const WEBHOOK_DELIVERY_COLUMNS: readonly ExportColumn<WebhookDeliveryView>[] = [
  instant('登记时间', (delivery) => delivery.createdAt),
  { heading: '事件', of: (delivery) => delivery.typeLabel },
  { heading: '游标', of: (delivery) => delivery.cursor },
  { heading: '状态', of: (delivery) => delivery.state },
  { heading: '尝试次数', of: (delivery) => delivery.attempts },
  { heading: '应答', of: (delivery) => delivery.status },
  { heading: '失败原因', of: (delivery) => delivery.failure },
  instant('送达时间', (delivery) => delivery.deliveredAt),
];
