import { ROLE_LABELS, type RoleGrant, type RoleName } from '#contract';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Form, Input, Select, Space } from 'antd';
import { planQuery, plansQuery, sessionQuery } from '../api/queries.js';
import { shortTitle } from '../session/use-plan.js';
import { wordInLanguage } from '../texts/in-language.js';
import { accountTexts, marks } from '../texts/zh.js';
import { OneUnit } from './person-fields.js';

export interface GrantValues {
  role: RoleName;
  scope: string;
  from?: string;
  until?: string;
}

const OF_A_UNIT: readonly RoleName[] = ['leadUnitHead', 'liaison', 'supportUnitLiaison'];
const OF_AN_ACTION: readonly RoleName[] = ['taskForceConvener', 'taskForceOffice'];
const OF_ALL: readonly RoleName[] = [
  'auditor',
  'administrator',
  'securityAdministrator',
  'auditAdministrator',
];

/** What the form says, as the API takes it. */
export function grantOf({ role, scope, from, until }: GrantValues): Omit<RoleGrant, 'reason'> {
  const of = {
    role,
    from: from === '' ? null : (from ?? null),
    until: until === '' ? null : (until ?? null),
  };
  if (OF_A_UNIT.includes(role)) return { ...of, scopeKind: 'unit', scopeId: scope };
  const [kind = '', id = ''] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1)];
  return { ...of, scopeKind: kind as 'jurisdiction' | 'plan' | 'action', scopeId: id };
}

/** A role, the scope in which it is held, and for how long. */
export function GrantFields({ unitId }: { unitId: string }) {
  const form = Form.useFormInstance<GrantValues>();
  const role = Form.useWatch('role', form) as RoleName | undefined;
  return (
    <>
      <Form.Item
        name="role"
        label={accountTexts.role}
        rules={[{ required: true, message: accountTexts.roleRequired }]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(ROLE_LABELS).map(([value, label]) => ({
            value,
            label: wordInLanguage(label),
          }))}
          onChange={(chosen: RoleName) =>
            form.setFieldValue('scope', OF_A_UNIT.includes(chosen) ? unitId : undefined)
          }
        />
      </Form.Item>
      {role === undefined ? null : (
        <Form.Item
          name="scope"
          label={accountTexts.scope}
          rules={[{ required: true, message: accountTexts.scopeRequired }]}
        >
          {OF_A_UNIT.includes(role) ? <OneUnit /> : <ScopeSelect role={role} />}
        </Form.Item>
      )}
      <Form.Item label={accountTexts.days} extra={accountTexts.daysHint}>
        <Space>
          <Form.Item name="from" noStyle>
            <Input type="date" aria-label={accountTexts.first} />
          </Form.Item>
          <Form.Item name="until" noStyle>
            <Input type="date" aria-label={accountTexts.last} />
          </Form.Item>
        </Space>
      </Form.Item>
    </>
  );
}

interface ScopeSelectProps {
  role: RoleName;
  id?: string;
  value?: string;
  onChange?: (scope: string) => void;
}

/** The whole district, a plan, or an action of any plan, as far as the role is held there. */
function ScopeSelect({ role, ...bound }: ScopeSelectProps) {
  const session = useQuery(sessionQuery);
  const plans = useQuery(plansQuery);
  const all = plans.data?.items ?? [];
  const ofAction = OF_AN_ACTION.includes(role);
  const read = useQueries({ queries: ofAction ? all.map(({ id }) => planQuery(id)) : [] });
  const { id: jurisdiction = '', name = '' } = session.data?.jurisdiction ?? {};
  const whole = {
    value: `jurisdiction:${jurisdiction}`,
    label: `${accountTexts.whole}${marks.open}${name}${marks.close}`,
  };
  const ofPlans = all.map(({ code, title }) => ({ value: `plan:${code}`, label: title }));
  // Actions of two plans may be called the same: each stands under its plan.
  const ofActions = read.flatMap(({ data }) =>
    data === undefined
      ? []
      : [
          {
            label: shortTitle(data.title),
            options: data.actions.map((action) => ({
              value: `action:${data.code}/${action.code}`,
              label: action.name,
            })),
          },
        ],
  );
  return (
    <Select
      {...bound}
      showSearch={{ optionFilterProp: 'label' }}
      options={OF_ALL.includes(role) ? [whole] : ofAction ? [...ofActions, whole] : [whole, ...ofPlans]}
    />
  );
}
