import type { DraftTask, PlanReview, ReadingSpan, ReviewDocument } from '#contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { planReviewQuery, reviewDocumentQuery } from '../api/queries.js';
import { ApiProblem } from '../api/api-problem.js';
import { Answer } from '../components/answer.js';
import { isPhone, usePhone } from '../components/use-phone.js';
import { useSession } from '../session/use-session.js';
import { conflictText, deskText, problemTexts } from '../texts/zh.js';
import { AmendmentView } from './amendment/amendment-view.js';
import { changedByOthers } from './changed-by-others.js';
import { DeskContext, useDesk, type Desk, type Reveal } from './desk.js';
import { codePointsOf } from './document/code-points.js';
import { DocumentPane } from './document/document-pane.js';
import { Panels } from './panels/panels.js';
import './plan-review.css';
import { ReviewHead, type Panel } from './review-head.js';
import { firstShown, isDoubtful, isShown, nextOf, SHOWN, type Shown } from './show-tasks.js';
import { TaskPane } from './tasks/task-pane.js';
import { useTaskSteps } from './tasks/use-task-steps.js';
import { useActs } from './use-acts.js';
import { useDrafts } from './use-drafts.js';
import { useKeysWanted, useShortcuts } from './use-shortcuts.js';

/** The review of one document: the text on the left, what was understood on the right. */
export function PlanReviewPage() {
  const { reviewId } = useParams({ from: '/inside/plans/$reviewId' });
  const review = useQuery(planReviewQuery(reviewId));
  const document = useQuery(reviewDocumentQuery(reviewId));
  return (
    <Answer query={review}>
      {(found) => (
        <Answer query={document}>
          {(text) => <ReviewDesk key={reviewId} review={found} document={text} />}
        </Answer>
      )}
    </Answer>
  );
}

type View = 'document' | 'tasks' | 'amendment';

/** Tells what another person has done since the last reading. */
function useOthersWork(tasks: readonly DraftTask[]): void {
  const { person } = useSession();
  const { message } = App.useApp();
  const before = useRef(tasks);
  useEffect(() => {
    for (const { who, codes } of changedByOthers(before.current, tasks, person.id)) {
      void message.info({
        key: `others-${who}`,
        content: deskText.othersDid(who, deskText.othersChanged(codes)),
      });
    }
    before.current = tasks;
  }, [tasks, person.id, message]);
}

const NOWHERE: readonly ReadingSpan[] = [];

function ReviewDesk({ review, document }: { review: PlanReview; document: ReviewDocument }) {
  const { id, tasks, amends } = review;
  const queries = useQueryClient();
  const phone = usePhone();
  const { message } = App.useApp();
  const acts = useActs(id);
  const { drafts, setDraft } = useDrafts(id);
  const [shown, show] = useState<Shown>(() => firstShown(tasks));
  const [selectedId, setSelected] = useState<string | null>(
    () => tasks.find((task) => isShown(task, firstShown(tasks)))?.id ?? null,
  );
  const [reveal, setReveal] = useState<Reveal | null>(() => {
    const first = tasks.find((task) => isShown(task, firstShown(tasks)));
    return first === undefined ? null : { span: first.span };
  });
  const [pointed, point] = useState(NOWHERE);
  const [cuts, setCuts] = useState<readonly number[] | null>(null);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [panel, open] = useState<Panel | null>(null);
  const [view, setView] = useState<View>(amends === null ? 'tasks' : 'amendment');
  const [keysOpen, openKeys] = useState(false);
  const [keysWanted, wantKeys] = useKeysWanted();
  useOthersWork(tasks);

  const select = useCallback<Desk['select']>(
    (taskId, { inDocument = false } = {}) => {
      setSelected(taskId);
      setCuts(null);
      point(NOWHERE);
      // Tasks that were just made are not yet in what this page was drawn from.
      const known = queries.getQueryData<PlanReview>(planReviewQuery(id).queryKey)?.tasks;
      const task = known?.find((each) => each.id === taskId);
      if (task !== undefined && !inDocument) setReveal({ span: task.span });
      if (taskId !== null) setView('tasks');
    },
    [id, queries],
  );
  const showPlace = useCallback((span: ReadingSpan): void => {
    setReveal({ span });
    if (isPhone()) setView('document');
  }, []);

  const points = useMemo(() => codePointsOf(document.text), [document.text]);
  const wordsAt = (span: ReadingSpan): string | null =>
    'start' in span ? document.text.slice(points.toUtf16(span.start), points.toUtf16(span.end)) : null;
  const selected = tasks.find((task) => task.id === selectedId) ?? null;
  const desk: Desk = {
    review,
    acts,
    selected,
    select,
    pointed,
    point,
    reveal: showPlace,
    cuts,
    setCuts,
    drafts,
    setDraft,
    mayChange: review.mayChange,
    wordsAt,
  };
  const list = useMemo(
    () => tasks.filter((task) => isShown(task, shown) || task.id === selectedId),
    [tasks, shown, selectedId],
  );
  const onConfirmed = (task: DraftTask, undo: () => void): void =>
    void message.success({
      key: 'confirmed',
      content: (
        <>
          {deskText.justConfirmed(task.code)}{' '}
          <button type="button" className="pr-undo" onClick={undo}>
            {deskText.undoConfirm}
          </button>
        </>
      ),
    });
  const steps = useTaskSteps(desk, list, onConfirmed);
  const check = useCallback(
    (taskId: string): void =>
      setChecked((known) =>
        known.has(taskId)
          ? new Set([...known].filter((each) => each !== taskId))
          : new Set([...known, taskId]),
      ),
    [],
  );
  const go = (direction: 1 | -1, wanted: (task: DraftTask) => boolean = () => true, from = list): void => {
    const next = nextOf(from, selectedId, wanted, direction);
    if (next !== null) select(next.id);
    else if (wanted === isDoubtful) void message.info(deskText.noNextDoubtful);
  };
  useShortcuts(
    {
      j: () => go(1),
      arrowdown: () => go(1),
      k: () => go(-1),
      arrowup: () => go(-1),
      n: () => go(1, isDoubtful, tasks),
      c: steps.confirm,
      enter: steps.confirm,
      u: steps.unconfirm,
      t: () => steps.edit('title'),
      l: () => steps.edit('lead'),
      p: () => steps.edit('support'),
      d: () => steps.edit('deadlines'),
      i: () => steps.edit('indicators'),
      s: steps.startSplit,
      m: () => void steps.mergeWith(1),
      x: steps.startDrop,
      ' ': () => selectedId !== null && review.mayChange && check(selectedId),
      'alt+arrowup': () => void steps.move(-1),
      'alt+arrowdown': () => void steps.move(1),
      a: () => review.mayChange && open('add'),
      escape: () => steps.close(),
      '?': () => openKeys(true),
      ...Object.fromEntries(SHOWN.map((each, at) => [String(at + 1), () => show(each)])),
    },
    keysWanted && view !== 'amendment' && panel === null,
  );
  const addFrom = (span: { start: number; end: number }, actionCode: string): void => {
    // Behind the last task that begins before it, wherever the person is.
    const before = tasks.filter((task) => 'start' in task.span && task.span.start <= span.start);
    const last = before.toSorted((a, b) => a.position - b.position).at(-1);
    acts
      .add({ span, actionCode, after: last?.id ?? null })
      .then((task) => {
        void message.success(deskText.added);
        select(task.id);
      })
      .catch(
        (problem: unknown) =>
          void message.error(problem instanceof ApiProblem ? problem.detail : problemTexts.server),
      );
  };
  const views: [View, string][] = [
    ...(phone ? ([['document', deskText.document]] as [View, string][]) : []),
    ['tasks', deskText.tasks],
    ...(amends === null ? [] : ([['amendment', deskText.amendment]] as [View, string][])),
  ];
  const current = phone || view !== 'document' ? view : 'tasks';
  return (
    <DeskContext value={desk}>
      <div className="pr-page">
        <ReviewHead
          onOpen={open}
          keys={{ open: keysOpen, onOpen: openKeys, wanted: keysWanted, onWant: wantKeys }}
        />
        <StandNote />
        {views.length > 1 ? (
          <div className="pr-views" role="group" aria-label={deskText.views}>
            {views.map(([key, label]) => (
              <button
                key={key}
                type="button"
                aria-pressed={current === key}
                onClick={() => setView(key)}
                data-testid={`view-${key}`}
              >
                {label}
              </button>
            ))}
          </div>
        ) : null}
        <div className={`pr-columns pr-view-${current}`}>
          <DocumentPane
            document={document}
            reveal={reveal}
            visible={!phone || current === 'document'}
            onAdd={addFrom}
          />
          {current === 'amendment' ? (
            <AmendmentView
              onToTasks={() => {
                show('proposed');
                setView('tasks');
              }}
            />
          ) : (
            <TaskPane
              shown={shown}
              onShow={show}
              list={list}
              steps={steps}
              checked={checked}
              onCheck={check}
              onClearChecked={() => setChecked(new Set())}
            />
          )}
        </div>
      </div>
      <Panels panel={panel} document={document} onClose={() => open(null)} />
    </DeskContext>
  );
}

/** Why nothing can be changed, and what did not come about elsewhere. */
function StandNote() {
  const { acts, review, select, selected } = useDesk();
  const living = new Set(review.tasks.map(({ id }) => id));
  const elsewhere = Object.values(acts.failures).filter(({ task }) => task.id !== selected?.id);
  const note =
    review.state === 'open' ? (review.mayChange ? null : deskText.readOnly) : deskText[review.state];
  return (
    <>
      {note === null ? null : <p className="pr-note">{note}</p>}
      {elsewhere.length === 0 ? null : (
        <p className="pr-note pr-note-bad" role="alert" data-testid="refused">
          {deskText.refused}
          {elsewhere.map(({ task }) =>
            living.has(task.id) ? (
              <button key={task.id} type="button" onClick={() => select(task.id)}>
                {task.code} {deskText.look}
              </button>
            ) : (
              <button key={task.id} type="button" onClick={() => acts.dismiss(task.id)}>
                {task.code} {conflictText.gone}
              </button>
            ),
          )}
        </p>
      )}
    </>
  );
}
