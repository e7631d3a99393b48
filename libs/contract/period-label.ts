const TEN_DAY = /^(\d{4})-(\d{2}) ?(上旬|中旬|下旬)$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const HALF = /^(\d{4})-H([12])$/;

/** A reporting period in words: `2024-05 中旬` is 2024年5月中旬, `2024-Q2` is 2024年第2季度. */
export function periodLabel(period: string): string {
  const tenDay = TEN_DAY.exec(period);
  if (tenDay) return `${tenDay[1]}年${Number(tenDay[2])}月${tenDay[3]}`;
  const month = MONTH.exec(period);
  if (month) return `${month[1]}年${Number(month[2])}月`;
  const quarter = QUARTER.exec(period);
  if (quarter) return `${quarter[1]}年第${quarter[2]}季度`;
  const half = HALF.exec(period);
  if (half) return `${half[1]}年${half[2] === '1' ? '上' : '下'}半年`;
  return /^\d{4}$/.test(period) ? `${period}年` : period;
}
