import type { HandedDownTaskView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input, Select } from 'antd';
import { call, etagOf } from '../api/client.js';
import { plansQuery, taskSourcesQuery } from '../api/queries.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { FormDialog } from '../components/form-dialog.js';
import { UnitSelect } from '../components/unit-select.js';
import { formatFullDay } from '../format/date.js';
import { shortTitle, usePlan } from '../session/use-plan.js';
import { cascadeText, common, marks } from '../texts/zh.js';
import { handedDownQuery } from './queries.js';

interface Values {
  planId: string;
  actionCode: string;
  title: string;
  leadUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineOn: string;
  deadlineReason?: string;
  dispatch?: boolean;
}
const required = { required: true, whitespace: true, message: common.required };

/** What was handed down becomes a task of one's own: in a plan, under units, with a deadline of one's own. */
export function AdoptDialog({ item, onClose }: { item: HandedDownTaskView; onClose: () => void }) {
  const keyFor = useIntentionKey();
  const current = usePlan();
  return (
    <FormDialog<Values, HandedDownTaskView>
      title={`${cascadeText.adopt}${marks.colon}${item.title}`}
      ok={cascadeText.adopt}
      initial={{
        ...(current && { planId: current.id }),
        title: item.title,
        deadlineOn: item.deadlineOn,
        dispatch: true,
      }}
      submit={({ deadlineReason, leadUnitIds = [], ...values }) => {
        const body = { ...values, leadUnitIds, ...(deadlineReason ? { deadlineReason } : {}) };
        return call('adoptHandedDown', {
          params: { id: item.id },
          body,
          etag: etagOf(item.version),
          key: keyFor(item.id, body),
        });
      }}
      again={handedDownQuery.queryKey}
      done={cascadeText.adopted}
      testId="adopt-dialog"
      onClose={onClose}
    >
      <Fields deadlineOn={item.deadlineOn} />
    </FormDialog>
  );
}

function Fields({ deadlineOn: upper }: { deadlineOn: string }) {
  const form = Form.useFormInstance<Values>();
  const planId = Form.useWatch('planId', form) ?? '';
  const deadlineOn = Form.useWatch('deadlineOn', form) ?? upper;
  const dispatch = Form.useWatch('dispatch', form) === true;
  const plans = useQuery(plansQuery);
  const sources = useQuery({ ...taskSourcesQuery(planId), enabled: planId !== '' });
  const actions = [
    ...new Map((sources.data?.items ?? []).map(({ actionCode, actionName }) => [actionCode, actionName])),
  ];
  return (
    <>
      <Form.Item name="planId" label={cascadeText.plan} rules={[required]}>
        <Select
          options={(plans.data?.items ?? []).map(({ id, title }) => ({
            value: id,
            label: shortTitle(title),
          }))}
        />
      </Form.Item>
      <Form.Item name="actionCode" label={cascadeText.action} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={actions.map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="title" label={cascadeText.name} rules={[required]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="leadUnitIds"
        label={cascadeText.leads}
        dependencies={['dispatch']}
        rules={[{ required: dispatch, message: common.required }]}
      >
        <UnitSelect label={cascadeText.leads} />
      </Form.Item>
      <Form.Item name="supportUnitIds" label={cascadeText.supports}>
        <UnitSelect label={cascadeText.supports} placeholder={common.none} />
      </Form.Item>
      <Form.Item
        name="deadlineOn"
        label={cascadeText.ownDeadline}
        rules={[required]}
        extra={cascadeText.ownDeadlineHint(formatFullDay(upper))}
      >
        <Input type="date" />
      </Form.Item>
      {deadlineOn > upper ? (
        <Form.Item name="deadlineReason" label={cascadeText.deadlineReason} rules={[required]}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
      ) : null}
      <Form.Item name="dispatch" valuePropName="checked">
        <Checkbox>{cascadeText.dispatch}</Checkbox>
      </Form.Item>
    </>
  );
}
