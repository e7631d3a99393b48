import type { AssessmentLine, AssessmentUnitView, AssessmentView } from '#contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { call, etagOf } from '../api/client.js';
import { useIntentionKey } from '../api/use-intention-key.js';
import { Answer } from '../components/answer.js';
import { FormDialog } from '../components/form-dialog.js';
import { BackIcon } from '../components/icons.js';
import { PageTitle } from '../components/page-title.js';
import { Panel } from '../components/panel.js';
import { formatFullInstant } from '../format/date.js';
import { assessmentText, common, scoresText, marks } from '../texts/zh.js';
import { Grounds, type Ground } from './grounds.js';
import { Objections } from './objections.js';
import { assessmentUnitQuery } from './queries.js';
import './standing.css';

/** One unit's result in an assessment: each line with what it rests on; the unit can object. */
export function AssessmentUnitPage() {
  const { assessmentId, unitId } = useParams({ from: '/inside/assessments/$assessmentId/$unitId' });
  const found = useQuery(assessmentUnitQuery(assessmentId, unitId));
  return (
    <>
      <Link to="/assessments/$assessmentId" params={{ assessmentId }} className="task-back">
        <BackIcon />
        {assessmentText.backToOne}
      </Link>
      <Answer query={found}>{(view) => <Unit view={view} />}</Answer>
    </>
  );
}

function Unit({ view }: { view: AssessmentUnitView }) {
  const { assessment, score, groupLabel, lines, objections, mayObject, version } = view;
  const [against, setAgainst] = useState<AssessmentLine | null>(null);
  const until = formatFullInstant(assessment.objectionsUntil);
  const open = new Set(objections.filter(({ state }) => state === 'open').map(({ line }) => line));
  return (
    <>
      <div className="page-head">
        <PageTitle title={score.unit.name} />
        <b className="score-total" data-testid="assessed-total">
          {score.total}
        </b>
        <span className="soft">
          {assessment.periodLabel} {assessmentText.group(groupLabel, score.rank)}
        </span>
      </div>
      <p className="soft small score-scheme">
        {assessmentText.asOf(
          formatFullInstant(assessment.asOf),
          assessment.scheme.label,
          assessment.scheme.version,
        )}
        {marks.semicolon}
        {assessment.objectionsOpen ? assessmentText.until(until) : assessmentText.over(until)}
      </p>
      <Panel title={assessmentText.lines} testId="assessed-lines" flush>
        <ul className="score-items">
          {lines.map((line) => (
            <li key={line.id} data-testid={`line-${line.id}`}>
              <header>
                <span className="soft small">{line.section}</span>
                <b>{line.label}</b>
                <span className={line.points < 0 ? 'late' : ''}>
                  {line.marks === null ? line.points : scoresText.marks(line.points, line.marks)}
                </span>
                {line.adjustment === 0 ? null : <b>{assessmentText.adjusted(line.adjustment)}</b>}
                <span className="soft small">{line.basis}</span>
                {mayObject && !open.has(line.id) ? (
                  <Button size="small" type="link" onClick={() => setAgainst(line)}>
                    {assessmentText.object}
                  </Button>
                ) : null}
              </header>
              <Grounds grounds={groundsOf(view, line.id)} />
            </li>
          ))}
        </ul>
      </Panel>
      {objections.length === 0 ? null : (
        <Panel title={assessmentText.objections} testId="objections" flush>
          <Objections objections={objections} assessmentId={assessment.id} etag={etagOf(version)} />
        </Panel>
      )}
      {against === null ? null : (
        <ObjectDialog assessmentId={assessment.id} line={against} onClose={() => setAgainst(null)} />
      )}
    </>
  );
}

function groundsOf({ detail }: AssessmentUnitView, line: string): readonly Ground[] {
  const item = detail.sections.flatMap(({ items }) => items).find(({ id }) => id === line);
  return item?.grounds ?? detail.deductions.find(({ id }) => id === line)?.grounds ?? [];
}

interface Objecting {
  statement: string;
  evidence: string;
}

function ObjectDialog({
  assessmentId,
  line,
  onClose,
}: {
  assessmentId: string;
  line: AssessmentLine;
  onClose: () => void;
}) {
  const keyFor = useIntentionKey();
  const required = { required: true, whitespace: true, message: common.required };
  return (
    <FormDialog<Objecting, AssessmentView>
      title={`${assessmentText.object}${marks.colon}${line.label}`}
      ok={assessmentText.object}
      hint={assessmentText.objectHint}
      submit={({ statement, evidence }) => {
        const named = evidence.split('\n').filter((one) => one.trim() !== '');
        const body = { line: line.id, statement, evidence: named };
        const params = { id: assessmentId };
        return call('objectToAssessment', { params, body, key: keyFor(assessmentId, body) });
      }}
      again={['assessments']}
      done={assessmentText.objected}
      testId="object-dialog"
      onClose={onClose}
    >
      <Form.Item name="statement" label={assessmentText.statement} rules={[required]}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="evidence"
        label={assessmentText.evidence}
        extra={assessmentText.evidenceHint}
        rules={[required]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
