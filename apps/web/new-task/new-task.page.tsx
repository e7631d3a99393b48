import type { CreatedTask, PlanSummary, TaskSourceView } from '#contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { plansQuery, taskSourcesQuery } from '../api/queries.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { markFields } from '../components/problem-fields.js';
import { ProblemNote } from '../components/problem-note.js';
import { UnitSelect } from '../components/unit-select.js';
import { formatFullDay } from '../format/date.js';
import { shortTitle, usePlan } from '../session/use-plan.js';
import { common, newTaskText } from '../texts/zh.js';
import './new-task.css';

/** A leader's instruction or a meeting's decision becomes a task. */
export function NewTaskPage() {
  const plans = useQuery(plansQuery);
  const current = usePlan();
  return (
    <>
      <div className="page-head">
        <PageTitle title={newTaskText.title} />
        <span className="soft">{newTaskText.hint}</span>
      </div>
      <Answer query={plans}>
        {({ items }) => <ForPlan plans={items} first={current?.id ?? items[0]?.id ?? ''} />}
      </Answer>
    </>
  );
}

function ForPlan({ plans, first }: { plans: readonly PlanSummary[]; first: string }) {
  const [planId, choose] = useState(first);
  const sources = useQuery({ ...taskSourcesQuery(planId), enabled: planId !== '' });
  if (planId === '') return <EmptyNote title={newTaskText.none} hint={newTaskText.noneHint} />;
  return (
    <>
      {plans.length > 1 ? (
        <div className="new-task-plan">
          <label htmlFor="new-task-plan">{newTaskText.plan}</label>
          <Select
            id="new-task-plan"
            value={planId}
            onChange={choose}
            options={plans.map(({ id, title }) => ({ value: id, label: shortTitle(title) }))}
          />
        </div>
      ) : null}
      <Answer query={sources}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title={newTaskText.none} hint={newTaskText.noneHint} />
          ) : (
            <NewTask key={planId} planId={planId} sources={items} />
          )
        }
      </Answer>
    </>
  );
}

interface Values {
  actionCode: string;
  source: TaskSourceView['source'];
  ref: string;
  title: string;
  text: string;
  leadUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineOn?: string;
  dispatch?: boolean;
}

const required = { required: true, whitespace: true, message: common.required };

function NewTask({ planId, sources }: { planId: string; sources: readonly TaskSourceView[] }) {
  const [form] = Form.useForm<Values>();
  const [made, setMade] = useState<CreatedTask | null>(null);
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  const actionCode = Form.useWatch('actionCode', form);
  const source = Form.useWatch('source', form) ?? sources[0]?.source;
  const dispatch = Form.useWatch('dispatch', form) === true;
  const ofAction = sources.filter((one) => one.actionCode === actionCode);
  // Before an action is chosen: the limit is the source's, whichever action it is.
  const chosen = (ofAction.length > 0 ? ofAction : sources).find((one) => one.source === source);
  const kinds = [...new Map(sources.map((one) => [one.source, one.sourceLabel]))];
  const doing = useMutation({
    mutationFn: ({ deadlineOn, ...values }: Values) => {
      const body = {
        planId,
        ...values,
        ...(deadlineOn ? { deadlineOn } : {}),
        leadUnitIds: values.leadUnitIds ?? [],
      };
      return call('createTask', { body, key: keyFor('new task', body) });
    },
    onSuccess: async (task) => {
      setMade(task);
      await queries.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (problem) => markFields(form, problem),
  });
  if (made !== null) {
    return (
      <Panel title={newTaskText.done(made.code)} testId="new-task-done">
        <p>{newTaskText.doneHint(made.stateLabel, formatFullDay(made.deadlineOn))}</p>
        <div className="bar new-task-bar">
          <Link to="/tasks/$taskId" params={{ taskId: made.taskId }} className="button-link">
            {newTaskText.toTask}
          </Link>
          <Button
            onClick={() => {
              form.resetFields(['title', 'text', 'leadUnitIds', 'supportUnitIds', 'deadlineOn']);
              setMade(null);
            }}
          >
            {newTaskText.again}
          </Button>
        </div>
      </Panel>
    );
  }
  return (
    <section className="panel">
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="new-task-form"
        data-testid="new-task-form"
        initialValues={{ source: kinds[0]?.[0], dispatch: sources.some(({ mayDispatch }) => mayDispatch) }}
        onFinish={(values) => doing.mutate(values)}
        scrollToFirstError
      >
        <div className="new-task-columns">
          <div>
            <Form.Item name="source" label={newTaskText.source} rules={[{ required: true }]}>
              <Radio.Group options={kinds.map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item
              name="ref"
              label={newTaskText.ref}
              rules={[required]}
              extra={source === undefined ? null : newTaskText.refHint[source]}
            >
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item
              name="actionCode"
              label={newTaskText.action}
              rules={[{ required: true, message: common.required }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={sources
                  .filter((one) => one.source === source)
                  .map((one) => ({ value: one.actionCode, label: one.actionName }))}
              />
            </Form.Item>
            <Form.Item name="title" label={newTaskText.name} rules={[required]} extra={newTaskText.nameHint}>
              <Input maxLength={200} />
            </Form.Item>
            <Form.Item name="text" label={newTaskText.text} rules={[required]}>
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
            </Form.Item>
          </div>
          <div>
            <Form.Item
              name="leadUnitIds"
              label={newTaskText.leads}
              dependencies={['dispatch']}
              rules={[{ required: dispatch, message: newTaskText.dispatchNeedsLead }]}
            >
              <UnitSelect label={newTaskText.leads} />
            </Form.Item>
            <Form.Item name="supportUnitIds" label={newTaskText.supports}>
              <UnitSelect label={newTaskText.supports} placeholder={common.none} />
            </Form.Item>
            <Form.Item
              name="deadlineOn"
              label={newTaskText.deadline}
              rules={[
                {
                  required: chosen !== undefined && chosen.deadlineOn === null,
                  message: newTaskText.deadlineNeeded,
                },
              ]}
              extra={limitText(chosen)}
            >
              <Input type="date" />
            </Form.Item>
            {chosen?.mayDispatch === false ? null : (
              <Form.Item name="dispatch" valuePropName="checked">
                <Checkbox>{newTaskText.dispatch}</Checkbox>
              </Form.Item>
            )}
            <p className="dialog-prompt">{dispatch ? newTaskText.willDispatch : newTaskText.willDraft}</p>
            <ProblemNote problem={doing.error} />
            <Button type="primary" htmlType="submit" loading={doing.isPending} data-testid="create-task">
              {newTaskText.submit}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}

function limitText(chosen: TaskSourceView | undefined): string | undefined {
  if (chosen === undefined) return undefined;
  return chosen.deadlineOn === null
    ? newTaskText.deadlineNeeded
    : newTaskText.deadlineGiven(formatFullDay(chosen.deadlineOn));
}
