import type { UnitFile } from '#contract';
import { Form, Input } from 'antd';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { UnitSelect } from '../components/unit-select.js';
import { unitsText } from '../texts/zh.js';
import { ReasonField, UnitDialog } from './unit-dialog.js';

interface DialogProps {
  unit: UnitFile;
  onClose: () => void;
}

interface AliasValues {
  printed: string;
  learnedFrom: string;
}

/** A name that documents have for this unit. */
export function AliasDialog({ unit, onClose }: DialogProps) {
  const keyOf = useIntentionKey();
  const { alias: texts, acts } = unitsText;
  return (
    <UnitDialog<AliasValues, UnitFile>
      title={acts.learnAlias}
      hint={texts.hint(unit.name)}
      submit={(body) => call('learnUnitAlias', { params: { id: unit.id }, body, key: keyOf(unit.id, body) })}
      onClose={onClose}
    >
      <Form.Item
        name="printed"
        label={texts.printed}
        rules={[{ required: true, whitespace: true, min: 2, message: texts.tooShort }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="learnedFrom"
        label={texts.from}
        extra={texts.fromHint}
        rules={[{ required: true, whitespace: true, message: unitsText.reasonRequired }]}
      >
        <Input maxLength={300} />
      </Form.Item>
    </UnitDialog>
  );
}

interface Reason {
  reason: string;
}

/** A learned name is taken back. */
export function TakeBackAliasDialog({ unit, printed, onClose }: DialogProps & { printed: string }) {
  const keyOf = useIntentionKey();
  return (
    <UnitDialog<Reason, UnitFile>
      title={unitsText.takeBack(printed)}
      ok={unitsText.acts.takeBackAlias}
      danger
      hint={unitsText.takeBackHint}
      submit={({ reason }) => {
        const body = { printed, reason };
        return call('takeBackUnitAlias', { params: { id: unit.id }, body, key: keyOf(unit.id, body) });
      }}
      onClose={onClose}
    >
      <ReasonField />
    </UnitDialog>
  );
}

/** A succession that was recorded by mistake is taken back. */
export function TakeBackSuccessionDialog({ unit, onClose }: DialogProps) {
  const keyOf = useIntentionKey();
  return (
    <UnitDialog<Reason, UnitFile>
      title={unitsText.acts.takeBackSuccession}
      danger
      hint={unitsText.takeBackSuccessionHint}
      submit={(body) =>
        call('takeBackUnitSuccession', { params: { id: unit.id }, body, key: keyOf(unit.id, body) })
      }
      onClose={onClose}
    >
      <ReasonField />
    </UnitDialog>
  );
}

interface MembersValues {
  memberIds: string[];
  reason: string;
}

/** Whom a group stands for. */
export function MembersDialog({ unit, onClose }: DialogProps) {
  const keyOf = useIntentionKey();
  return (
    <UnitDialog<MembersValues, UnitFile>
      title={unitsText.acts.setMembers}
      hint={unitsText.membersHint}
      initial={{ memberIds: unit.members.map(({ id }) => id) }}
      submit={(body) =>
        call('setGroupMembers', {
          ...{ params: { id: unit.id }, body, etag: unit.etag },
          key: keyOf(unit.id, unit.etag, body),
        })
      }
      onClose={onClose}
    >
      <Form.Item name="memberIds" label={unitsText.form.members}>
        <UnitSelect label={unitsText.form.members} />
      </Form.Item>
      <ReasonField />
    </UnitDialog>
  );
}
