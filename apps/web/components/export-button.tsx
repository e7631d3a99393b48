import { EXPORT_FORMATS, type ExportedList } from '#contract';
import { addressOf, type Call } from '../api/client.js';
import { exportTexts, listsText } from '../texts/zh.js';
import { MenuButton } from './menu-button.js';

/**
 * Takes a list out as a file: every row that matches `query`, whatever of it the page shows; of each what `fields` names,
 * where the person has hidden columns.
 */
export function ExportButton({
  list,
  query = {},
  params = {},
  fields,
  size = 'middle',
}: {
  list: ExportedList;
  query?: NonNullable<Call['query']>;
  params?: NonNullable<Call['params']>;
  fields?: string | undefined;
  size?: 'small' | 'middle';
}) {
  const choices = EXPORT_FORMATS.filter((format) => format !== 'jsonl').map((format) => ({
    key: format,
    label: exportTexts.formats[format],
    href: addressOf(list, { params, query: { ...query, fields, format } }),
  }));
  const part = { key: 'formats', choices };
  return (
    <MenuButton
      className={`plain-button${size === 'small' ? ' plain-small' : ''}`}
      testId={`export-${list}`}
      parts={[fields === undefined ? part : { ...part, heading: listsText.onlyShown }]}
    >
      {exportTexts.button}
    </MenuButton>
  );
}
