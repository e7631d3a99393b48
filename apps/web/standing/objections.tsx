import type { AssessmentObjectionView, AssessmentView } from '#contract';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { EmptyNote } from '../components/empty-note.js';
import { FormDialog } from '../components/form-dialog.js';
import { formatInstant } from '../format/date.js';
import { assessmentText, common, marks } from '../texts/zh.js';

interface ObjectionsProps {
  objections: readonly AssessmentObjectionView[];
  assessmentId: string;
  etag: string;
}

/** What units said against their lines, those to be decided first. */
export function Objections({ objections, assessmentId, etag }: ObjectionsProps) {
  const [chosen, choose] = useState<AssessmentObjectionView | null>(null);
  if (objections.length === 0) return <EmptyNote title={assessmentText.noObjections} />;
  const sorted = [...objections].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'));
  return (
    <>
      <ul className="score-items">
        {sorted.map((one) => (
          <li key={one.id} className="objection" data-testid="objection">
            <header>
              <Link to="/assessments/$assessmentId/$unitId" params={{ assessmentId, unitId: one.unit.id }}>
                {one.unit.name}
              </Link>
              <b>{one.lineLabel}</b>
              <span>{one.points}</span>
              <span className={one.state === 'open' ? 'late' : 'soft'}>{one.stateLabel}</span>
              {one.adjustment === null ? null : <span>{assessmentText.adjusted(one.adjustment)}</span>}
              {one.mayDecide ? (
                <Button size="small" data-testid="decide-objection" onClick={() => choose(one)}>
                  {assessmentText.decide}
                </Button>
              ) : null}
            </header>
            <p>{one.statement}</p>
            <p className="soft small">
              {assessmentText.evidence}
              {marks.colon}
              {one.evidence.join(marks.semicolon)}
            </p>
            <p className="soft small">{assessmentText.filed(one.filedBy, formatInstant(one.filedAt))}</p>
            {one.reason === null ? null : (
              <p>
                {assessmentText.reason}
                {marks.colon}
                {one.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <DecideDialog
          objection={chosen}
          assessmentId={assessmentId}
          etag={etag}
          onClose={() => choose(null)}
        />
      )}
    </>
  );
}

interface Decision {
  decision: 'upheld' | 'rejected';
  points?: number | null;
  reason: string;
}

function DecideDialog({
  objection,
  assessmentId,
  etag,
  onClose,
}: {
  objection: AssessmentObjectionView;
  assessmentId: string;
  etag: string;
  onClose: () => void;
}) {
  const keyFor = useIntentionKey();
  const [decision, setDecision] = useState<Decision['decision'] | null>(null);
  const { room } = objection;
  return (
    <FormDialog<Decision, AssessmentView>
      title={`${assessmentText.decide}${marks.colon}${objection.unit.name} ${objection.lineLabel}`}
      ok={assessmentText.decide}
      hint={objection.statement}
      submit={({ decision: said, points, reason }) => {
        const body = {
          ...{ decision: said, reason },
          ...(said === 'upheld' && typeof points === 'number' && { points }),
        };
        const params = { id: assessmentId, objection: objection.id };
        return call('decideObjection', { params, body, etag, key: keyFor(etag, body) });
      }}
      again={['assessments']}
      done={assessmentText.decided}
      testId="decide-dialog"
      onClose={onClose}
    >
      <Form.Item
        name="decision"
        label={assessmentText.decision}
        rules={[{ required: true, message: common.required }]}
      >
        <Radio.Group
          onChange={({ target }) => setDecision(target.value as Decision['decision'])}
          options={[
            { value: 'upheld', label: assessmentText.upheld, disabled: room === 0 },
            { value: 'rejected', label: assessmentText.rejected },
          ]}
        />
      </Form.Item>
      {decision === 'upheld' ? (
        <Form.Item
          name="points"
          label={assessmentText.points}
          extra={assessmentText.room(room)}
          rules={[{ required: true, message: common.required }]}
        >
          <InputNumber min={0.01} max={room} step={0.5} precision={2} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="reason"
        label={assessmentText.reason}
        rules={[{ required: true, whitespace: true, message: common.required }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
