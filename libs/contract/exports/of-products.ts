import type { ProductSummary } from '../product.js';
import { instant, type ExportColumn } from './export-table.js';

export const PRODUCT_COLUMNS: readonly ExportColumn<ProductSummary>[] = [
  { heading: '文号', of: (product) => product.number },
  { heading: '种类', of: (product) => product.kindLabel },
  { heading: '标题', of: (product) => product.title },
  { heading: '方案', of: (product) => product.plan.title },
  { heading: '范围', of: (product) => product.scopeName },
  { heading: '期次', of: (product) => product.period },
  { heading: '状态', of: (product) => product.stateLabel },
  instant('应出时间', (product) => product.dueAt),
  instant('拟制时间', (product) => product.producedAt),
  instant('印发时间', (product) => product.issuedAt),
  instant('撤回时间', (product) => product.withdrawnAt),
];
