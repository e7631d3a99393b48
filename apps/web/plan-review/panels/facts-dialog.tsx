import { correctPlanFactsSchema, type PlanFacts, type PlanReview } from '#contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { ApiProblem, isConflict } from '../../api/api-problem.js';
import { call, etagOf } from '../../api/client.js';
import { planReviewQuery } from '../../api/queries.js';
import { useIntentionKey } from '../../api/use-intention-key.js';
import { ProblemNote } from '../../components/problem-note.js';
import { cadenceText, cardText, common, conflictText, factsText, marks } from '../../texts/zh.js';
import { useDesk } from '../desk.js';
import { indicatorWords } from '../fields/words.js';
import { CadencesForm } from './cadences-form.js';

type Values = Record<keyof PlanFacts, string>;
const FIELDS = ['title', 'documentNumber', 'issuedBy', 'issuedOn', 'year', 'planCode'] as const;

const valuesOf = ({ title, documentNumber, issuedBy, issuedOn, year, planCode }: PlanFacts): Values => ({
  title,
  documentNumber,
  issuedBy,
  issuedOn: issuedOn ?? '',
  year: String(year),
  planCode,
});

/** Only what was changed is sent, so that two persons can mend different facts. */
function changeOf(before: Values, now: Values): unknown {
  const changed = FIELDS.filter((field) => before[field] !== now[field]);
  return Object.fromEntries(
    changed.map((field) => {
      if (field === 'year') return [field, Number(now.year)];
      if (field === 'issuedOn') return [field, now.issuedOn === '' ? null : now.issuedOn];
      return [field, now[field]];
    }),
  );
}

/** What this person typed, upon what the other one has saved meanwhile. */
const mineOver = (theirs: Values, before: Values, typed: Values): Values =>
  Object.fromEntries(
    FIELDS.map((field) => [field, typed[field] === before[field] ? theirs[field] : typed[field]]),
  ) as Values;

function Understood({ review }: { review: PlanReview }) {
  const { actions, planCadences, headlineTargets, tasks } = review;
  const { mayChange } = useDesk();
  const [editing, setEditing] = useState(false);
  const said = [
    ...planCadences.map(({ label, by }) => cadenceText.effective('', label, by)),
    ...actions.flatMap(({ code, cadences }) =>
      cadences.map(({ label, by }) => cadenceText.effective(code, label, by)),
    ),
  ];
  return (
    <dl className="facts small">
      <dt>{factsText.actions}</dt>
      <dd>
        {actions.map(({ code, name }) => (
          <p key={code}>
            <span className="soft number">{code}</span> {name}{' '}
            <span className="soft">
              {factsText.taskCount(tasks.filter(({ actionCode }) => actionCode === code).length)}
            </span>
          </p>
        ))}
      </dd>
      <dt>{factsText.cadences}</dt>
      <dd>
        {editing ? (
          <CadencesForm onClose={() => setEditing(false)} />
        ) : (
          <>
            {said.length === 0 ? common.none : said.join(marks.list)}{' '}
            {mayChange ? (
              <Button size="small" type="text" onClick={() => setEditing(true)} data-testid="edit-cadences">
                {cardText.edit}
              </Button>
            ) : null}
          </>
        )}
      </dd>
      <dt>{factsText.headline}</dt>
      <dd>
        {headlineTargets.length === 0
          ? common.none
          : headlineTargets.map((target, at) => <p key={at}>{indicatorWords(target)}</p>)}
      </dd>
    </dl>
  );
}

/** What the document says of itself, to be corrected; and what else was read of it as a whole. */
export function FactsDialog({ onClose }: { onClose: () => void }) {
  const { review, acts, mayChange } = useDesk();
  const [form] = Form.useForm<Values>();
  const { message } = App.useApp();
  const keyFor = useIntentionKey();
  const queries = useQueryClient();
  /** The facts that this person began with; others may have mended the same ones since. */
  const [before, setBefore] = useState(() => valuesOf(review.facts));
  const [theirs, setTheirs] = useState<Values | null>(null);
  const saving = useMutation({
    mutationFn: async ({ now, base }: { now: Values; base: Values }) => {
      // Others go on with the tasks meanwhile: only another version of the same facts is a conflict.
      const fresh = await queries.fetchQuery({ ...planReviewQuery(review.id), staleTime: 0 });
      const known = valuesOf(fresh.facts);
      if (FIELDS.some((field) => known[field] !== base[field] && now[field] !== base[field])) {
        setTheirs(known);
        return false;
      }
      const body = correctPlanFactsSchema.parse(changeOf(base, now));
      if (Object.keys(body).length === 0) return true;
      const etag = etagOf(fresh.version);
      await call('correctPlanFacts', { params: { id: review.id }, body, etag, key: keyFor(etag, body) });
      return true;
    },
    onSuccess: async (saved) => {
      if (!saved) return;
      void message.success(factsText.saved);
      onClose();
      await acts.refresh();
    },
    onError: (problem) => {
      if (!(problem instanceof ApiProblem)) return;
      form.setFields(
        problem.errors.map(({ path, message: text }) => ({
          name: path.replace(/^\//, '') as keyof Values,
          errors: [text],
        })),
      );
    },
  });
  return (
    <Modal
      open
      title={factsText.title}
      width="40rem"
      okText={factsText.save}
      cancelText={common.cancel}
      confirmLoading={saving.isPending}
      okButtonProps={{ htmlType: 'submit', form: 'facts-form', disabled: !mayChange }}
      onCancel={onClose}
      data-testid="facts"
    >
      <Form
        id="facts-form"
        form={form}
        layout="vertical"
        disabled={!mayChange}
        initialValues={before}
        requiredMark={false}
        onFinish={(now) => saving.mutate({ now, base: before })}
        className="pr-facts"
      >
        {FIELDS.map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={factsText.fields[field]}
            className={field === 'title' ? 'pr-whole' : ''}
            extra={
              theirs !== null && theirs[field] !== before[field]
                ? `${conflictText.theirs}${marks.colon}${theirs[field]}`
                : field === 'planCode'
                  ? factsText.codeHint
                  : before[field] === '' && mayChange
                    ? factsText.none
                    : undefined
            }
            rules={[
              { required: ['title', 'planCode', 'year'].includes(field), message: common.required },
              ...(field === 'planCode'
                ? [{ pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/, message: factsText.codeWrong }]
                : []),
            ]}
          >
            <Input type={field === 'issuedOn' ? 'date' : field === 'year' ? 'number' : 'text'} />
          </Form.Item>
        ))}
      </Form>
      {theirs === null ? null : (
        <div className="pr-conflict" role="alert" data-testid="conflict">
          <b>{conflictText.title(conflictText.someone)}</b>
          <div className="bar">
            <Button
              size="small"
              type="primary"
              onClick={() => {
                const now = mineOver(theirs, before, form.getFieldsValue());
                form.setFieldsValue(now);
                setBefore(theirs);
                setTheirs(null);
                saving.mutate({ now, base: theirs });
              }}
            >
              {conflictText.takeMine}
            </Button>
            <Button
              size="small"
              onClick={() => {
                form.setFieldsValue(theirs);
                setBefore(theirs);
                setTheirs(null);
              }}
            >
              {conflictText.takeTheirs}
            </Button>
          </div>
        </div>
      )}
      <Understood review={review} />
      <ProblemNote
        problem={saving.error}
        onRetry={isConflict(saving.error) ? () => form.submit() : undefined}
      />
    </Modal>
  );
}
