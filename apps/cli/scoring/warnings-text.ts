import type { SchemeWarning } from '#scoring';

/** What speaks against a rule, for whoever is about to put it in force. */
export function warningsText(label: string, warnings: readonly SchemeWarning[]): string {
  if (warnings.length === 0) return `“${label}”：格式正确，没有发现为基层减负的规定不允许的内容。\n`;
  return [
    `“${label}”：格式正确；有 ${warnings.length} 条提示（按文字判断，请人工核对）：`,
    ...warnings.map(({ message }) => `  ${message}`),
    '仍要启用的，须写明理由（--confirm），提示和理由会记录在案。',
    '',
  ].join('\n');
}
