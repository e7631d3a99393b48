import {
  ACCOUNT_ACTS,
  type AccountActName,
  type AccountView,
  type AssignmentView,
  type ConfirmedAccess,
} from '#contract';
import { Form, Input } from 'antd';
import { ApiProblem } from '../api/api-problem.js';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { wordInLanguage } from '../texts/in-language.js';
import { accountTexts, marks } from '../texts/zh.js';
import { FormDialog } from './form-dialog.js';
import { GrantFields, grantOf, type GrantValues } from './grant-fields.js';
import { PersonFields } from './person-fields.js';

interface Values extends Partial<GrantValues> {
  reason: string;
  name?: string;
  unitId?: string;
  successor?: string;
}

const PLAIN = {
  bar: 'barAccount',
  unbar: 'unbarAccount',
  resetPassword: 'resetAccountPassword',
  endSecondFactor: 'endAccountSecondFactor',
  refuseAccess: 'refuseAccountAccess',
  revoke: 'revokeAccountAccess',
} as const;

interface ActDialogProps {
  account: AccountView;
  act: { name: AccountActName; assignment?: AssignmentView };
  onTold: (told: ConfirmedAccess) => void;
  onClose: () => void;
}

/** One act on one account, with what it asks for. */
export function ActDialog({ account, act: { name, assignment }, onTold, onClose }: ActDialogProps) {
  const keyOf = useIntentionKey();
  const { sure } = accountTexts;
  const wanted = (body: object) => ({
    params: { id: account.id },
    etag: etagOf(account.version),
    key: keyOf(name, account.id, account.version, body),
    body,
  });
  const submit = async ({ reason, ...values }: Values): Promise<ConfirmedAccess | undefined> => {
    switch (name) {
      case 'confirmAccess':
        return call('confirmAccountAccess', wanted({ reason }));
      case 'change':
        await call('changeAccount', wanted({ name: values.name, unitId: values.unitId, reason }));
        return undefined;
      case 'grantRole':
        await call('grantRole', wanted({ ...grantOf(values as GrantValues), reason }));
        return undefined;
      case 'withdrawRole': {
        const of = wanted({ reason });
        await call('withdrawRole', { ...of, params: { ...of.params, assignmentId: assignment?.id ?? '' } });
        return undefined;
      }
      case 'leave':
        await call('leaveOffice', wanted({ successorId: await successorOf(values.successor), reason }));
        return undefined;
      default:
        await call(PLAIN[name], wanted({ reason }));
        return undefined;
    }
  };
  const hint =
    name === 'withdrawRole'
      ? sure.withdraw(`${assignment?.label ?? ''}${marks.open}${assignment?.scopeLabel ?? ''}${marks.close}`)
      : name === 'change' || name === 'grantRole'
        ? undefined
        : sure[name];
  return (
    <FormDialog<Values, ConfirmedAccess | undefined>
      title={wordInLanguage(ACCOUNT_ACTS[name])}
      danger={name === 'bar' || name === 'leave' || name === 'withdrawRole'}
      hint={hint}
      initial={name === 'change' ? { name: account.name, unitId: account.unit.id } : {}}
      submit={submit}
      onDone={
        name === 'confirmAccess'
          ? (told) => {
              if (told !== undefined) onTold(told);
              onClose();
            }
          : undefined
      }
      onClose={onClose}
    >
      {name === 'change' ? <PersonFields /> : null}
      {name === 'grantRole' ? <GrantFields unitId={account.unit.id} /> : null}
      {name === 'leave' ? (
        <Form.Item name="successor" label={accountTexts.successor} extra={accountTexts.successorHint}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}

/** The successor's id by the user name that was typed; null where none was. */
async function successorOf(typed: string | undefined): Promise<string | null> {
  const username = typed?.trim() ?? '';
  if (username === '') return null;
  const { items } = await call('accounts', { query: { q: username, limit: 200 } });
  const found = items.find((one) => one.username === username && one.state === 'active');
  if (found === undefined)
    throw new ApiProblem(422, 'SuccessorWrong', accountTexts.successorUnknown, accountTexts.successorMend);
  return found.id;
}
