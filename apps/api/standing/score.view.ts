import { compareInstants, type Instant } from '#calendar';
import { EVENT_LABELS, labelOf, type ScoreDetail, type ScoreSheet, type UnitScoreView } from '#contract';
import type { ExplainedScore, Scores } from '#engine';
import { COUNT_FACTS, SHARE_FACTS, type RankedScore } from '#scoring';
import { unitRef } from '../view/refs.js';

export function scoreSheet(scores: Scores, unitId: string | undefined): ScoreSheet {
  const { scheme, from, to, asOf, groups } = scores;
  return {
    scheme: { label: scheme.label, version: scheme.version },
    from,
    to,
    asOf,
    groups: groups
      .map(({ label, scores: ranked }) => ({
        label,
        scores: ranked.filter((one) => unitId === undefined || one.unitId === unitId).map(unitScore),
      }))
      .filter((group) => group.scores.length > 0),
  };
}

const unitScore = (score: RankedScore): UnitScoreView => ({
  unit: unitRef(score.unitId, score.name),
  empty: score.empty,
  own: score.own,
  rank: score.rank,
  total: score.total,
  totalBeforeUndoing: score.totalBeforeUndoing,
  sections: score.sections.map(({ label, marks, points }) => ({ label, marks, points })),
  deductions: score.deductions.reduce((sum, { points }) => sum + points, 0),
  bonus: score.bonus?.points ?? 0,
});

const NOTHING = {
  spread: '没有可计事项，分值摊入其他各项',
  full: '没有可计事项，得满分',
  none: '没有可计事项',
};

interface Rests {
  at: Instant;
  taskId: string | null;
  events: { kind: string; id: string; seq: number }[];
  noticeId?: string;
  lacksEvidence?: true;
}

export function scoreDetail(explained: ExplainedScore): ScoreDetail {
  const { scheme, asOf, group, rankedUnits, score, decisions } = explained;
  const events = new Map(explained.events.map((event) => [`${event.kind}/${event.id}/${event.seq}`, event]));
  const tasks = new Map(explained.tasks.map((task) => [task.id, task]));
  const sittings = new Map(explained.sittings.map(({ id, sittingId }) => [id, sittingId]));
  const ground = (
    label: string,
    { at, taskId, events: refs, noticeId, lacksEvidence }: Rests,
    more: { met?: boolean; points?: number; undone?: boolean },
  ): ScoreDetail['deductions'][number]['grounds'][number] => ({
    label,
    task: (taskId === null ? undefined : tasks.get(taskId)) ?? null,
    met: more.met ?? null,
    points: more.points ?? null,
    undone: more.undone ?? false,
    at,
    events: refs
      .flatMap((ref) => events.get(`${ref.kind}/${ref.id}/${ref.seq}`) ?? [])
      .sort((a, b) => compareInstants(a.at, b.at))
      .map(({ type, at: on, kind, id, seq }) => ({
        label: labelOf(EVENT_LABELS, type),
        at: on,
        ...{ kind, id, seq },
      })),
    noticeId: noticeId ?? null,
    sittingId: refs.flatMap(({ id }) => sittings.get(id) ?? [])[0] ?? null,
    lacksEvidence: lacksEvidence === true,
  });
  return {
    scheme: { label: scheme.label, version: scheme.version },
    asOf,
    group,
    rankedUnits,
    score: unitScore(score),
    sections: score.sections.map(({ label, marks, points, items }) => ({
      label,
      marks,
      points,
      items: items.map((item) => ({
        id: item.id,
        label: item.label,
        marks: item.marks,
        points: item.points,
        share: item.share,
        note: item.nothing === null ? null : NOTHING[item.nothing],
        grounds: [
          ...item.cases.map((one) => ground(SHARE_FACTS[one.fact].label, one, { met: one.met })),
          ...item.incidents.map((one) =>
            ground(COUNT_FACTS[one.fact].label, one, { points: one.points, undone: one.undone !== null }),
          ),
        ],
      })),
    })),
    deductions: score.deductions.map(({ id, label, points, incidents }) => ({
      id,
      label,
      points,
      grounds: incidents.map((one) =>
        ground(COUNT_FACTS[one.fact].label, one, { points: one.points, undone: one.undone !== null }),
      ),
    })),
    decisions: decisions.map(({ points, reason, evidence, at }) => ({
      points,
      reason,
      evidence: [...evidence],
      at,
    })),
  };
}
