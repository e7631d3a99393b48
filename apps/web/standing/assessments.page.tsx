import type { AssessmentView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { Answer } from '../components/answer.js';
import { EmptyNote } from '../components/empty-note.js';
import { FormDialog } from '../components/form-dialog.js';
import { formatFullInstant } from '../format/date.js';
import { assessmentText, common } from '../texts/zh.js';
import { AssessmentState } from './assessment-state.js';
import { assessmentsQuery } from './queries.js';
import { StandingPage } from './standing-page.js';

/** Every assessment of the plan; who scores opens the next one. */
export function AssessmentsPage() {
  return <StandingPage texts={assessmentText}>{(planId) => <Assessments planId={planId} />}</StandingPage>;
}

function Assessments({ planId }: { planId: string }) {
  const found = useQuery(assessmentsQuery(planId));
  const [opening, setOpening] = useState(false);
  return (
    <Answer query={found}>
      {({ items, mayOpen }) => (
        <section className="panel" data-testid="assessments">
          {mayOpen ? (
            <div className="panel-body">
              <Button type="primary" data-testid="open-assessment" onClick={() => setOpening(true)}>
                {assessmentText.open}
              </Button>
            </div>
          ) : null}
          {items.length === 0 ? (
            <EmptyNote title={assessmentText.none} hint={assessmentText.noneHint} />
          ) : (
            <table className="plain">
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>
                      <Link to="/assessments/$assessmentId" params={{ assessmentId: one.id }}>
                        {one.periodLabel}
                        {assessmentText.edition(one.edition)}
                      </Link>
                    </td>
                    <td>
                      <AssessmentState state={one.state} label={one.stateLabel} />
                    </td>
                    <td className="soft small">
                      {one.objectionsOpen
                        ? assessmentText.until(formatFullInstant(one.objectionsUntil))
                        : assessmentText.over(formatFullInstant(one.objectionsUntil))}
                    </td>
                    <td className="soft small wide-only">
                      {assessmentText.asOf(formatFullInstant(one.asOf), one.scheme.label, one.scheme.version)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {opening ? <OpenDialog planId={planId} onClose={() => setOpening(false)} /> : null}
        </section>
      )}
    </Answer>
  );
}

interface Opening {
  period: string;
  objectionDays?: number | null;
}

function OpenDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  const keyFor = useIntentionKey();
  const navigate = useNavigate();
  const required = { required: true, whitespace: true, message: common.required };
  return (
    <FormDialog<Opening, AssessmentView>
      title={assessmentText.open}
      hint={assessmentText.openHint}
      submit={({ period, objectionDays }) => {
        const body = { period, ...(typeof objectionDays === 'number' && { objectionDays }) };
        return call('openAssessment', { params: { id: planId }, body, key: keyFor(planId, body) });
      }}
      again={['assessments']}
      done={assessmentText.opened}
      testId="open-assessment-dialog"
      onDone={({ id }) => void navigate({ to: '/assessments/$assessmentId', params: { assessmentId: id } })}
      onClose={onClose}
    >
      <Form.Item
        name="period"
        label={assessmentText.period}
        extra={assessmentText.periodHint}
        rules={[required]}
      >
        <Input maxLength={10} />
      </Form.Item>
      <Form.Item name="objectionDays" label={assessmentText.objectionDays}>
        <InputNumber min={1} max={30} placeholder="5" />
      </Form.Item>
    </FormDialog>
  );
}
