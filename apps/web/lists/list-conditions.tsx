import { Checkbox, Select } from 'antd';
import type { z } from 'zod';
import type { FilteredList } from './kept-filters.js';
import { SavedFilters } from './saved-filters.js';

/** One condition of a list: one of several, or yes and no. `S`: the conditions as the address has them. */
export interface Condition<S> {
  key: keyof S & string;
  label: string;
  /** Without them it is a box to tick. */
  options?: readonly { value: string; label: string }[];
  /** What stands there while anything will do. */
  any?: string;
}

interface ListConditionsProps<S extends object> {
  list: FilteredList;
  schema: z.ZodType<S>;
  conditions: readonly Condition<S>[];
  /** Those in force, as the address has them. */
  search: S;
  onChange: (next: S) => void;
}

/** From so many on one types a part of the name. */
const MANY = 12;

/** The conditions of a list in a row, and beside them the filters that the person keeps for it. */
export function ListConditions<S extends object>(props: ListConditionsProps<S>) {
  const { list, schema, conditions, search, onChange } = props;
  const change = (key: keyof S, value: unknown): void =>
    onChange(schema.parse({ ...search, [key]: value ?? undefined }));
  return (
    <div className="bar list-conditions" data-testid={`conditions-${list}`}>
      {conditions.map(({ key, label, any, options }) =>
        options === undefined ? (
          <Checkbox
            key={key}
            checked={search[key] === true}
            onChange={({ target }) => change(key, target.checked || undefined)}
          >
            {label}
          </Checkbox>
        ) : (
          <Select
            key={key}
            aria-label={label}
            placeholder={any}
            allowClear
            showSearch={options.length >= MANY ? { optionFilterProp: 'label' } : false}
            value={(search[key] as string | undefined) ?? null}
            options={[...options]}
            popupMatchSelectWidth={false}
            onChange={(chosen: string | null | undefined) => change(key, chosen)}
          />
        ),
      )}
      <SavedFilters list={list} schema={schema} search={search} onUse={onChange} />
    </div>
  );
}
