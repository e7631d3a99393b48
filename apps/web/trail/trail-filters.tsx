import { TRAIL_KIND_LABELS, TRAIL_KINDS, type TrailKindName } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../api/queries.js';
import { wordInLanguage } from '../texts/in-language.js';
import { trailTexts, marks } from '../texts/zh.js';
import { peopleQuery, type TrailFilter } from './queries.js';

const { filters } = trailTexts;

interface TrailFiltersProps {
  filter: TrailFilter;
  /** Names of people and units that rows have shown. */
  names: ReadonlyMap<string, string>;
  onChange: (filter: TrailFilter) => void;
}

/** What is searched for; the address of the page remembers it. */
export function TrailFilters({ filter, names, onChange }: TrailFiltersProps) {
  const units = useQuery(unitsQuery);
  const set = (part: TrailFilter): void => onChange({ ...filter, ...part });
  const isEmpty = Object.values(filter).every((value) => value === undefined);
  return (
    <Space wrap className="trail-filters">
      <Select
        className="trail-kind"
        allowClear
        placeholder={filters.kind}
        aria-label={filters.kind}
        value={filter.kind ?? null}
        onChange={(kind: TrailKindName | null | undefined) => set({ kind: kind ?? undefined })}
        options={TRAIL_KINDS.map((value) => ({ value, label: wordInLanguage(TRAIL_KIND_LABELS[value]) }))}
      />
      <PersonFilter chosen={filter.person} names={names} onChange={(person) => set({ person })} />
      <Select
        className="trail-unit"
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={filters.unit}
        aria-label={filters.unit}
        value={filter.unit ?? null}
        onChange={(unit: string | null | undefined) => set({ unit: unit ?? undefined })}
        options={(units.data?.items ?? [])
          .filter(({ isGroup }) => !isGroup)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Input.Search
        key={filter.address ?? ''}
        className="trail-address"
        allowClear
        placeholder={filters.address}
        aria-label={filters.address}
        defaultValue={filter.address ?? ''}
        onSearch={(address) => set({ address: address.trim() === '' ? undefined : address.trim() })}
      />
      <DayFilter
        className="trail-from"
        label={filters.from}
        value={filter.from}
        onChange={(from) => set({ from })}
      />
      <DayFilter
        className="trail-until"
        label={filters.until}
        value={filter.until}
        onChange={(until) => set({ until })}
      />
      {filter.subject === undefined ? null : (
        <Tag closable onClose={() => set({ subject: undefined })}>
          {filters.subject}
        </Tag>
      )}
      {isEmpty ? null : (
        <Button type="link" onClick={() => onChange({})}>
          {filters.clear}
        </Button>
      )}
    </Space>
  );
}

interface PersonFilterProps {
  chosen: string | undefined;
  names: ReadonlyMap<string, string>;
  onChange: (id: string | undefined) => void;
}

function PersonFilter({ chosen, names, onChange }: PersonFilterProps) {
  const [words, setWords] = useState('');
  const people = useQuery(peopleQuery(words.trim()));
  const found = (people.data?.items ?? []).map(({ id, name, unit }) => ({
    value: id,
    label: `${name}${marks.open}${unit.name}${marks.close}`,
  }));
  const known =
    chosen === undefined || found.some(({ value }) => value === chosen)
      ? []
      : [{ value: chosen, label: names.get(chosen) ?? chosen.slice(0, 8) }];
  return (
    <Select
      className="trail-person"
      allowClear
      showSearch={{ filterOption: false, onSearch: setWords }}
      placeholder={filters.person}
      aria-label={filters.person}
      notFoundContent={filters.personHint}
      value={chosen ?? null}
      onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
      options={[...known, ...found]}
    />
  );
}

interface DayFilterProps {
  className: string;
  label: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

function DayFilter({ className, label, value, onChange }: DayFilterProps) {
  return (
    <Input
      type="date"
      className={className}
      prefix={label}
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}
