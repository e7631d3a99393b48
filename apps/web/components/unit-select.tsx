import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../api/queries.js';
import { actionTexts } from '../texts/zh.js';

interface UnitSelectProps {
  label: string;
  /** No more than so many. */
  atMost?: number | undefined;
  placeholder?: string;
  // Given by the form.
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Units to choose from by name; groups such as 各乡街道 are no unit. */
export function UnitSelect({ label, atMost, placeholder, ...bound }: UnitSelectProps) {
  const units = useQuery(unitsQuery);
  const [open, setOpen] = useState(false);
  return (
    <Select
      {...bound}
      className="unit-select"
      mode="multiple"
      {...(atMost === undefined ? {} : { maxCount: atMost })}
      open={open}
      onOpenChange={setOpen}
      // Left open, the list would cover the dialog's buttons.
      onSelect={() => setOpen(false)}
      data-testid="unit-select"
      showSearch={{ optionFilterProp: 'label' }}
      loading={units.isPending}
      placeholder={placeholder ?? actionTexts.units}
      aria-label={label}
      options={(units.data?.items ?? [])
        .filter((unit) => !unit.isGroup)
        .map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
