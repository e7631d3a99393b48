import { EXPORT_FORMATS, type ExportedList } from '#contract';
import { Button, Dropdown } from 'antd';
import { addressOf, type Call } from '../api/client.js';
import { exportTexts, listsText } from '../texts/zh.js';

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
  const items = EXPORT_FORMATS.filter((format) => format !== 'jsonl').map((format) => ({
    key: format,
    label: (
      <a href={addressOf(list, { params, query: { ...query, fields, format } })} download>
        {exportTexts.formats[format]}
      </a>
    ),
  }));
  const said = [
    {
      key: 'fields',
      type: 'group' as const,
      label: <span className="soft">{listsText.onlyShown}</span>,
      children: items,
    },
  ];
  return (
    <Dropdown menu={{ items: fields === undefined ? items : said }} trigger={['click']}>
      <Button size={size} data-testid={`export-${list}`}>
        {exportTexts.button}
      </Button>
    </Dropdown>
  );
}
