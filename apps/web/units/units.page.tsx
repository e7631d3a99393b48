import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useReducer, useState } from 'react';
import type { UnitRecord } from '#contract';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { ExportButton } from '../components/export-button.js';
import { PageTitle } from '../components/page-title.js';
import { ListFoot } from '../lists/list-foot.js';
import type { Paged } from '../lists/more.js';
import { SavedFilters } from '../lists/saved-filters.js';
import { unitFormText, unitsText } from '../texts/zh.js';
import { RegisterDialog } from './register-dialog.js';
import { UnitDrawer } from './unit-drawer.js';
import { UnitRow } from './unit-row.js';
import { queryOf, UNIT_SHOWS, unitFilterSchema, type UnitSearch, type UnitShow } from './unit-search.js';
import { unitRecordsQuery } from './units-query.js';
import './units.css';

const kinds = Object.entries(unitFormText.kinds).map(([value, label]) => ({ value, label }));
const shows = UNIT_SHOWS.map((value) => ({ value, label: unitsText.shows[value] }));

/** 单位目录: what units are called and what became of them, for its keepers; the system administrator changes it. */
export function UnitsPage() {
  const search = useSearch({ from: '/inside/units' });
  const { q = '', kind, show, unit } = search;
  const navigate = useNavigate({ from: '/units' });
  const refine = (change: UnitSearch, replace = true): void =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace });
  // What is typed stands beside the address: it begins anew where the address is another one at once.
  const [turn, beginAnew] = useReducer((n: number) => n + 1, 0);
  const [registering, register] = useState(false);
  const records = useInfiniteQuery(unitRecordsQuery({ q, kind, show }));
  const [first] = records.data?.pages ?? [];
  const items = records.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className="page-head">
        <PageTitle title={unitsText.title} />
        <span className="soft">{unitsText.hint}</span>
        <div className="page-actions">
          <ExportButton list="unitRecords" query={queryOf({ q, kind, show })} />
          {first?.mayRegister === true ? (
            <Button type="primary" onClick={() => register(true)} data-testid="register-unit">
              {unitsText.register}
            </Button>
          ) : null}
        </div>
      </div>
      <section className="panel">
        <div className="panel-body bar">
          <Input.Search
            key={turn}
            className="unit-search"
            allowClear
            defaultValue={q}
            placeholder={unitsText.search}
            aria-label={unitsText.search}
            onSearch={(text) => refine({ q: text.trim() || undefined })}
          />
          <Select
            className="unit-filter"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={unitsText.anyKind}
            aria-label={unitFormText.kind}
            value={kind ?? null}
            options={kinds}
            onChange={(value: string | null | undefined) => refine({ kind: value ?? undefined })}
          />
          <Select
            className="unit-filter"
            allowClear
            placeholder={unitsText.show}
            aria-label={unitsText.show}
            value={show ?? null}
            options={shows}
            onChange={(value: UnitShow | null | undefined) => refine({ show: value ?? undefined })}
          />
          <SavedFilters
            list="units"
            schema={unitFilterSchema}
            search={{ q: q || undefined, kind, show }}
            onUse={(next) => void navigate({ search: next }).then(beginAnew)}
          />
        </div>
        <Answer query={{ ...records, data: first }}>
          {({ total }) => (
            <List items={items} total={total} onOpen={(id) => refine({ unit: id }, false)} list={records} />
          )}
        </Answer>
      </section>
      {unit === undefined ? null : (
        <UnitDrawer
          key={unit}
          unitId={unit}
          onOpen={(id) => refine({ unit: id }, false)}
          onClose={() => refine({ unit: undefined })}
        />
      )}
      {registering ? (
        <RegisterDialog onDone={({ id }) => refine({ unit: id }, false)} onClose={() => register(false)} />
      ) : null}
    </>
  );
}

interface ListProps {
  items: readonly UnitRecord[];
  total: number | null;
  onOpen: (id: string) => void;
  list: Paged;
}

function List({ items, total, onOpen, list }: ListProps) {
  if (items.length === 0) return <EmptyNote title={unitsText.none} hint={unitsText.noneHint} />;
  return (
    <>
      <ul className="cards units" data-testid="units">
        {items.map((unit) => (
          <UnitRow key={unit.id} unit={unit} onOpen={() => onOpen(unit.id)} />
        ))}
      </ul>
      <ListFoot list={list} said={unitsText.shown(items.length, total)} more={unitsText.more} />
    </>
  );
}
