import { mustWork, type Stage } from '../stage.js';

interface Draft {
  id: string;
  drafted_at: string;
  awaits: { agreed: boolean } | null;
}

/** The commander agrees to and the supervision office issues what lies drafted, after the hours that the scenario gives them. */
export async function supervising(stage: Stage): Promise<void> {
  const drafts = await stage.read<Draft>(
    `select n.id, n.drafted_at, coalesce(l.snapshot->'context'->'climb'->'awaitingIssue',
       jsonb_path_query_first(t.snapshot->'context'->'climbs', '$[*] ? (@.generation == $g).awaitingIssue',
         jsonb_build_object('g', n.generation))) as awaits
     from notice n left join reporting_line l on l.jurisdiction_id = n.jurisdiction_id and l.id = n.subject_id
       left join task t on t.jurisdiction_id = n.jurisdiction_id and t.id = n.subject_id
     where n.state = 'drafted'`,
  );
  const { agreesAfterHours, issuesAfterHours } = stage.scenario.supervision;
  for (const draft of drafts) {
    const needsAgreement = draft.awaits?.agreed === false;
    const agreedAt = needsAgreement ? stage.afterHours(draft.drafted_at, agreesAfterHours) : draft.drafted_at;
    if (needsAgreement)
      stage.agenda.plan({ at: agreedAt, key: `agree:${draft.id}`, run: () => agree(stage, draft.id) });
    stage.agenda.plan({
      at: stage.afterHours(agreedAt, issuesAfterHours),
      key: `issue:${draft.id}`,
      run: () => issue(stage, draft.id),
    });
  }
}

const stillDrafted = async (stage: Stage, id: string): Promise<boolean> =>
  (await stage.read(`select 1 from notice where id = $1 and state = 'drafted'`, [id])).length > 0;

async function agree(stage: Stage, noticeId: string): Promise<void> {
  const actor = await stage.actor('commander', stage.scenario.plan);
  if (!actor || !(await stillDrafted(stage, noticeId))) return;
  mustWork(
    await stage.engine.agreeNotice({
      jurisdictionId: stage.jurisdictionId,
      noticeId,
      actor,
      idempotencyKey: `scenario:agree:${noticeId}`,
    }),
    'agree',
  );
}

async function issue(stage: Stage, noticeId: string): Promise<void> {
  const actor = await stage.actor('supervisor', stage.scenario.plan);
  if (!actor || !(await stillDrafted(stage, noticeId))) return;
  mustWork(
    await stage.engine.issueNotice({
      jurisdictionId: stage.jurisdictionId,
      noticeId,
      actor,
      idempotencyKey: `scenario:issue:${noticeId}`,
    }),
    'issue',
  );
}
