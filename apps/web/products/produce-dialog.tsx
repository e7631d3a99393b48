import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { planQuery } from '../api/queries.js';
import { call } from '../api/client.js';
import { FormDialog } from '../components/form-dialog.js';
import { usePlan } from '../session/use-plan.js';
import { common, productsText } from '../texts/zh.js';

const text = productsText.produce;
const PLAN = 'plan';
const KINDS = Object.entries(productsText.kinds).map(([value, label]) => ({ value, label }));
const required = [{ required: true, message: common.required }];

interface Values {
  kind: string;
  about: string;
  period: string;
}

/** Has a product drafted now; one that is there already is opened as it is. */
export function ProduceDialog({ onClose }: { onClose: () => void }) {
  const plan = usePlan();
  const actions = useQuery({ ...planQuery(plan?.id ?? ''), enabled: plan !== null && plan !== undefined });
  const navigate = useNavigate();
  if (plan === null || plan === undefined) return null;
  const produce = ({ kind, about, period }: Values) =>
    call('produceProduct', {
      body: {
        ...{ kind, period, planId: plan.id },
        scopeKind: about === PLAN ? 'plan' : 'action',
        scopeId: about === PLAN ? plan.id : about,
      },
    });
  return (
    <FormDialog<Values, Awaited<ReturnType<typeof produce>>>
      title={text.title}
      ok={text.button}
      hint={text.hint}
      initial={{ kind: 'monthlyBulletin', about: PLAN }}
      submit={produce}
      onDone={({ id }) => void navigate({ to: '/products/$productId', params: { productId: id } })}
      onClose={onClose}
      again={['products']}
      done={text.done}
      testId="produce-dialog"
    >
      <Form.Item name="kind" label={text.kind} rules={required}>
        <Select options={KINDS} />
      </Form.Item>
      <Form.Item name="about" label={text.about} rules={required}>
        <Select
          options={[
            { value: PLAN, label: text.wholePlan },
            ...(actions.data?.actions ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item name="period" label={text.period} extra={text.periodHelp} rules={required}>
        <Input maxLength={20} />
      </Form.Item>
    </FormDialog>
  );
}
