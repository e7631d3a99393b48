import type { ProductSummary } from '../product.js';
import { instant, type ExportColumn } from './export-table.js';

export const PRODUCT_COLUMNS: readonly ExportColumn<ProductSummary>[] = [
  { heading: '文号', field: 'number', of: (product) => product.number },
  { heading: '种类', field: 'kindLabel', of: (product) => product.kindLabel },
  { heading: '标题', field: 'title', of: (product) => product.title },
  { heading: '方案', field: 'plan', of: (product) => product.plan.title },
  { heading: '范围', field: 'scopeName', of: (product) => product.scopeName },
  { heading: '期次', field: 'period', of: (product) => product.period },
  { heading: '状态', field: 'stateLabel', of: (product) => product.stateLabel },
  instant('应出时间', 'dueAt', (product) => product.dueAt),
  instant('拟制时间', 'producedAt', (product) => product.producedAt),
  instant('印发时间', 'issuedAt', (product) => product.issuedAt),
  instant('撤回时间', 'withdrawnAt', (product) => product.withdrawnAt),
];
