import { EXPORT_FORMATS, type ExportedList } from '#contract';
import { Button, Dropdown } from 'antd';
import { addressOf, type Call } from '../api/client.js';
import { exportTexts } from '../texts/zh.js';

/** Takes a list out as a file: everything that matches `query`, whatever of it the page shows. */
export function ExportButton({
  list,
  query = {},
  params = {},
  size = 'middle',
}: {
  list: ExportedList;
  query?: NonNullable<Call['query']>;
  params?: NonNullable<Call['params']>;
  size?: 'small' | 'middle';
}) {
  const items = EXPORT_FORMATS.filter((format) => format !== 'jsonl').map((format) => ({
    key: format,
    label: (
      <a href={addressOf(list, { params, query: { ...query, format } })} download>
        {exportTexts.formats[format]}
      </a>
    ),
  }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size={size} data-testid={`export-${list}`}>
        {exportTexts.button}
      </Button>
    </Dropdown>
  );
}
