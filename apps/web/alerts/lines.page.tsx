import type { ReportingLineView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Checkbox, Input } from 'antd';
import { useDeferredValue, useMemo, useReducer } from 'react';
import { linesQuery } from '../api/queries.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { usePhone } from '../components/use-phone.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { ColumnsMenu } from '../lists/columns-menu.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { useColumns, type ChosenColumns } from '../lists/use-columns.js';
import { linesText, tasksText } from '../texts/zh.js';
import './alerts.css';
import { LineCards, lineColumns, LineTable } from './line-list.js';
import { byStanding, inTrouble, lineSearchSchema, linesMatching, type LineSearch } from './line-search.js';

interface LinesProps {
  lines: readonly ReportingLineView[];
  columns: ChosenColumns<(typeof lineColumns)[number]>;
}

function Lines({ lines, columns }: LinesProps) {
  const phone = usePhone();
  const search = useSearch({ from: '/inside/lines' });
  const navigate = useNavigate({ from: '/lines' });
  const [turn, beginAnew] = useReducer((n: number) => n + 1, 0);
  const show = (next: LineSearch): void => void navigate({ search: next }).then(beginAnew);
  const refine = (change: LineSearch): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const wanted = useDeferredValue(search);
  const shown = useMemo(() => linesMatching(lines, wanted).toSorted(byStanding), [lines, wanted]);
  return (
    <section className="panel">
      <div className="list-bar">
        <div className="line-filter">
          <Input.Search
            key={turn}
            className="line-words"
            aria-label={linesText.search}
            placeholder={linesText.search}
            allowClear
            defaultValue={search.q ?? ''}
            onChange={({ target }) => refine({ q: target.value.trim() || undefined })}
          />
          <Checkbox
            checked={search.trouble === true}
            onChange={({ target }) => refine({ trouble: target.checked || undefined })}
          >
            {linesText.onlyTrouble} <b>{lines.filter(inTrouble).length}</b>
          </Checkbox>
        </div>
        <div className="list-menus">
          <SavedFilters list="lines" schema={lineSearchSchema} search={search} onUse={show} />
          {phone ? null : <ColumnsMenu columns={columns} />}
        </div>
      </div>
      {shown.length === 0 ? (
        <EmptyNote
          title={search.q === undefined ? linesText.noTrouble : linesText.noMatch}
          action={<Button onClick={() => show({})}>{tasksText.clear}</Button>}
        />
      ) : phone ? (
        <LineCards lines={shown} />
      ) : (
        <LineTable lines={shown} columns={columns.shown} />
      )}
    </section>
  );
}

/** How every unit stands with its reporting. */
export function LinesPage() {
  const lines = useQuery(linesQuery);
  const phone = usePhone();
  const columns = useColumns('lines', lineColumns);
  return (
    <>
      <div className="page-head">
        <PageTitle title={linesText.title} />
        <span className="soft">{linesText.hint}</span>
        <div className="page-actions">
          <ExportButton list="reportingLines" fields={phone ? undefined : columns.fields} />
        </div>
      </div>
      <Answer query={lines}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={linesText.none} hint={linesText.noneHint} />
          ) : (
            <Lines lines={items} columns={columns} />
          )
        }
      </Answer>
    </>
  );
}
