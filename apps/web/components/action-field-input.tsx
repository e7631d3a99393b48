import type { ActionField } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { unitsQuery } from '../api/queries.js';
import { actionTexts, common } from '../texts/zh.js';

function UnitSelect({ label, ...bound }: { label: string; id?: string }) {
  const units = useQuery(unitsQuery);
  const [open, setOpen] = useState(false);
  return (
    <Select
      {...bound}
      mode="multiple"
      open={open}
      onOpenChange={setOpen}
      // Left open, the list would cover the dialog's buttons.
      onSelect={() => setOpen(false)}
      data-testid="unit-select"
      showSearch={{ optionFilterProp: 'label' }}
      loading={units.isPending}
      placeholder={actionTexts.units}
      aria-label={label}
      options={(units.data?.items ?? [])
        .filter((unit) => !unit.isGroup)
        .map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}

function inputOf(field: ActionField) {
  switch (field.kind) {
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />;
    case 'date':
      return <Input type="date" />;
    case 'units':
      return <UnitSelect label={field.label} />;
    case 'choice':
      return (
        <Radio.Group
          options={(field.choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))}
        />
      );
  }
}

/** One field of an action's form. */
export function ActionFieldInput({ field }: { field: ActionField }) {
  const blank = field.kind === 'text' ? { whitespace: true } : {};
  return (
    <Form.Item
      name={field.name}
      label={field.label}
      rules={[{ required: field.required, message: common.required, ...blank }]}
    >
      {inputOf(field)}
    </Form.Item>
  );
}
