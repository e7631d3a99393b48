import { Button, Dropdown, type MenuProps } from 'antd';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { useSession } from '../session/use-session.js';
import { listsText } from '../texts/zh.js';
import {
  filterInForce,
  isNarrowed,
  keptFiltersSchema,
  NO_FILTERS,
  placeOfFilters,
  withFilter,
  type FilteredList,
  type KeptFilter,
} from './kept-filters.js';
import './lists.css';
import { ManageFilters } from './manage-filters.js';
import { SaveFilter } from './save-filter.js';
import { useKept } from './use-kept.js';

interface SavedFiltersProps<S extends object> {
  list: FilteredList;
  schema: z.ZodType<S>;
  /** The conditions in force, as the address has them. */
  search: S;
  onUse: (search: S) => void;
}

/** The filters that the person keeps for this list, beside its conditions: used, kept, put in order. */
export function SavedFilters<S extends object>({ list, schema, search, onUse }: SavedFiltersProps<S>) {
  const { person } = useSession();
  const [kept, keep] = useKept(placeOfFilters(list, person.id), keptFiltersSchema, NO_FILTERS);
  const [doing, begin] = useState<'save' | 'manage' | null>(null);
  const inForce = filterInForce(kept, search);
  const button = useRef<HTMLButtonElement>(null);
  // What had the keyboard, an item of the menu or a field of the dialog, is gone: it goes on at the button.
  const goOn = (): void =>
    void requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.closest('.saved-filters-menu') != null)
        button.current?.focus();
    });
  const stop = (): void => {
    begin(null);
    goOn();
  };
  const signOf = (each: KeptFilter): string => {
    if (each === inForce) return listsText.inForce;
    return each.name === kept.opensWith ? listsText.opening : '';
  };
  const items: MenuProps['items'] = [
    ...kept.saved.map((each) => ({
      key: `use:${each.name}`,
      label: each === inForce ? <b>{each.name}</b> : each.name,
      extra: <span className="soft">{signOf(each)}</span>,
      onClick: () => onUse(schema.parse(each.conditions)),
    })),
    ...(kept.saved.length === 0 ? [{ key: 'none', label: listsText.noneSaved, disabled: true }] : []),
    { type: 'divider' as const },
    { key: 'save', label: listsText.save, disabled: !isNarrowed(search), onClick: () => begin('save') },
    {
      key: 'manage',
      label: listsText.manage,
      disabled: kept.saved.length === 0,
      onClick: () => begin('manage'),
    },
  ];
  return (
    <>
      <Dropdown
        menu={{
          items,
          className: 'saved-filters-menu',
        }}
        trigger={['click']}
        onOpenChange={(open) => (open ? undefined : goOn())}
        autoFocus
      >
        <Button
          ref={button}
          aria-haspopup="menu"
          aria-label={inForce === null ? listsText.saved : listsText.savedInForce(inForce.name)}
          data-testid="saved-filters"
        >
          {inForce?.name ?? listsText.saved}
          <span aria-hidden="true">▾</span>
        </Button>
      </Dropdown>
      {doing === 'save' ? (
        <SaveFilter
          kept={kept}
          onSave={(name, opens) => keep(withFilter(kept, name, search, opens))}
          onClose={stop}
        />
      ) : null}
      {doing === 'manage' ? <ManageFilters kept={kept} onSave={keep} onClose={stop} /> : null}
    </>
  );
}
