import { PRODUCT_STATES } from '#contract';
import { Button, Input, Segmented, Select } from 'antd';
import { shortTitle, usePlans } from '../session/use-plan.js';
import { productsText } from '../texts/zh.js';
import { PRODUCT_VIEWS, viewOf, type ProductSearch } from './product-search.js';

interface ProductFiltersProps {
  search: ProductSearch;
  /** Who makes none sees only what went out. */
  makes: boolean;
  onChange: (change: Partial<Record<keyof ProductSearch, unknown>>) => void;
}

const KINDS = Object.entries(productsText.kinds).map(([value, label]) => ({ value, label }));
const STATES = PRODUCT_STATES.map((value) => ({ value, label: productsText.states[value] }));

/** The conditions, in one line on a desk. */
export function ProductFilters({ search, makes, onChange }: ProductFiltersProps) {
  const plans = usePlans() ?? [];
  const { kind, plan, period, state } = search;
  const view = viewOf(search, makes);
  const some = [kind, plan, period, state].some((value) => value !== undefined);
  return (
    <div className="product-filters">
      {makes ? (
        <Segmented
          value={view}
          options={PRODUCT_VIEWS.map((value) => ({ value, label: productsText.views[value] }))}
          onChange={(value) => onChange({ view: value === 'open' ? undefined : value, state: undefined })}
          aria-label={productsText.state}
        />
      ) : null}
      <Select
        aria-label={productsText.kind}
        placeholder={productsText.allKinds}
        value={kind}
        allowClear
        options={KINDS}
        popupMatchSelectWidth={false}
        onChange={(value: string | undefined) => onChange({ kind: value })}
      />
      {plans.length > 1 ? (
        <Select
          aria-label={productsText.plan}
          placeholder={productsText.allPlans}
          value={plan}
          allowClear
          options={plans.map(({ id, title }) => ({ value: id, label: shortTitle(title) }))}
          popupMatchSelectWidth={false}
          onChange={(value: string | undefined) => onChange({ plan: value })}
        />
      ) : null}
      {view === 'all' ? (
        <Select
          aria-label={productsText.state}
          placeholder={productsText.allStates}
          value={state}
          allowClear
          options={STATES}
          onChange={(value: string | undefined) => onChange({ state: value })}
        />
      ) : null}
      <Input.Search
        key={period ?? ''}
        aria-label={productsText.period}
        placeholder={productsText.periodHint}
        defaultValue={period ?? ''}
        allowClear
        onSearch={(value) => onChange({ period: value.trim().length < 4 ? undefined : value.trim() })}
      />
      {some ? (
        <Button
          type="link"
          onClick={() => onChange({ kind: undefined, plan: undefined, period: undefined, state: undefined })}
        >
          {productsText.clear}
        </Button>
      ) : null}
    </div>
  );
}
