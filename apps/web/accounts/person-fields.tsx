import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { unitsQuery } from '../api/queries.js';
import { accountTexts } from '../texts/zh.js';

/** Name and unit of a person. */
export function PersonFields() {
  return (
    <>
      <Form.Item
        name="name"
        label={accountTexts.name}
        rules={[{ required: true, whitespace: true, message: accountTexts.nameRequired }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="unitId"
        label={accountTexts.unit}
        rules={[{ required: true, message: accountTexts.unitRequired }]}
      >
        <OneUnit />
      </Form.Item>
    </>
  );
}

/** One unit by name; bound by the form around it. */
export function OneUnit(bound: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const units = useQuery(unitsQuery);
  return (
    <Select
      {...bound}
      showSearch={{ optionFilterProp: 'label' }}
      loading={units.isPending}
      options={(units.data?.items ?? [])
        .filter(({ isGroup }) => !isGroup)
        .map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
