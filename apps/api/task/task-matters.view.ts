import { ladderOf, upgraded, type Policy, type TaskCard, type TaskContext } from '#accountability';
import { chineseDateTime } from '#calendar';
import type { TaskMatter } from '#contract';
import { matterName } from '#engine';
import type { TaskDetailRow } from '#persistence';

type NameOf = (unitId: string) => string;

export const contextOf = ({ snapshot }: Pick<TaskDetailRow, 'snapshot'>): TaskContext =>
  upgraded('task', snapshot).context as unknown as TaskContext;

/** The units that the open matters speak of. */
export function unitsInMatters({
  dispute,
  blockage,
  handover,
  cards,
  climbs,
  verifications,
}: TaskContext): string[] {
  return [
    ...(dispute ? [dispute.unitId] : []),
    ...(blockage ? [blockage.unitId, blockage.byUnitId] : []),
    ...(handover ? [...handover.fromUnitIds, ...handover.toUnitIds] : []),
    ...cards.map(({ unitId }) => unitId),
    ...verifications.map(({ unitId }) => unitId),
    ...climbs.flatMap(({ unitId }) => unitId ?? []),
  ];
}

/** What is open on a task beside its state, in sentences: who waits for whom, and whose turn it is. */
export function taskMatters(task: TaskContext, nameOf: NameOf, policy: Policy): TaskMatter[] {
  return [
    ...disputeOf(task, nameOf),
    ...suspensionOf(task),
    ...handoverOf(task, nameOf),
    ...blockageOf(task, nameOf),
    ...task.cards.flatMap((card) => ofCard(card, nameOf, policy)),
    ...correctionsOf(task, nameOf),
    ...heldOf(task, nameOf),
  ];
}

const disputeOf = ({ dispute }: TaskContext, nameOf: NameOf): TaskMatter[] =>
  dispute === null
    ? []
    : [
        {
          kind: 'dispute',
          label: '职责争议',
          words: `${nameOf(dispute.unitId)}对职责有异议：${dispute.reason}`,
          waitsFor: '指挥部办公室裁定',
          since: null,
        },
      ];

const suspensionOf = ({ suspension }: TaskContext): TaskMatter[] =>
  suspension === null
    ? []
    : [
        {
          kind: 'suspension',
          label: '暂缓',
          words: `暂缓至 ${suspension.until}，其间不计时限、不要求填报：${suspension.reason}`,
          waitsFor: null,
          since: suspension.from,
        },
      ];

function handoverOf({ handover }: TaskContext, nameOf: NameOf): TaskMatter[] {
  if (handover === null) return [];
  const { fromUnitIds, toUnitIds, handedOverBy, takenOverBy, since, reason } = handover;
  const owing = [
    ...fromUnitIds.filter((id) => !handedOverBy.includes(id)).map((id) => `${nameOf(id)}签字移交`),
    ...toUnitIds.filter((id) => !takenOverBy.includes(id)).map((id) => `${nameOf(id)}签字接手`),
  ];
  const sides = [fromUnitIds, toUnitIds].map((ids) => (ids.length === 0 ? '—' : ids.map(nameOf).join('、')));
  return [
    {
      kind: 'handover',
      label: '变更牵头单位',
      words: `${sides.join(' → ')}，双方签字前由原单位继续负责：${reason}`,
      waitsFor: owing.join('；'),
      since,
    },
  ];
}

function blockageOf({ blockage }: TaskContext, nameOf: NameOf): TaskMatter[] {
  if (blockage === null) return [];
  const { state, reason, contestReason, acceptedAt, claimedAt } = blockage;
  const [unit, by] = [nameOf(blockage.unitId), nameOf(blockage.byUnitId)];
  const matter = { kind: 'blockage', label: '等待其他单位' } as const;
  switch (state) {
    case 'claimed':
      return [
        {
          ...matter,
          words: `${unit}等待${by}：${reason}。确认后时限由${by}承担，${unit}停计。`,
          waitsFor: `${by}确认或提出异议`,
          since: claimedAt,
        },
      ];
    case 'contested':
      return [
        {
          ...matter,
          words: `${unit}等待${by}：${reason}。${by}有异议：${contestReason ?? ''}`,
          waitsFor: '督查室认定',
          since: claimedAt,
        },
      ];
    case 'accepted':
      return [
        {
          ...matter,
          words: `${unit}等待${by}：${reason}。时限现由${by}承担，${unit}停计。`,
          waitsFor: `${by}办理`,
          since: acceptedAt,
        },
      ];
  }
}

function ofCard(card: TaskCard, nameOf: NameOf, policy: Policy): TaskMatter[] {
  const name = `${nameOf(card.unitId)}因${matterName(card.trigger)}于${chineseDateTime(card.at)}受“${cardLabel(card, policy)}”`;
  const matters: TaskMatter[] = [];
  if (!card.rescinded && (card.answer === 'awaited' || card.answer === 'overdue'))
    matters.push({
      kind: 'answer',
      label: '督办单待书面回复',
      words: `${name}，须书面回复原因和整改措施${card.answer === 'overdue' ? '；已逾期' : ''}。`,
      waitsFor: `${nameOf(card.unitId)}书面回复`,
      since: card.at,
    });
  if (card.appeal === 'open')
    matters.push({
      kind: 'appeal',
      label: '申诉处理中',
      words: `${name}，已提出申诉，其间督办暂停。`,
      waitsFor: '督查室答复',
      since: null,
    });
  return matters;
}

/** What a verification found otherwise than reported; one that is still under way is nobody’s to see here. */
const correctionsOf = ({ verifications }: TaskContext, nameOf: NameOf): TaskMatter[] =>
  verifications
    .filter(({ stage }) => stage === 'correction')
    .map(({ unitId, overdue }) => ({
      kind: 'correction',
      label: '更正进度',
      words: `${nameOf(unitId)}所报进度经督查核实与实际不符，须按实更正并说明${overdue ? '；已逾期' : ''}。`,
      waitsFor: `${nameOf(unitId)}更正进度`,
      since: null,
    }));

const heldOf = ({ climbs }: TaskContext, nameOf: NameOf): TaskMatter[] =>
  climbs.flatMap(({ hold, trigger, unitId }): TaskMatter[] =>
    hold === null
      ? []
      : [
          {
            kind: 'hold',
            label: '督办暂停',
            words: `${unitId === null ? '' : nameOf(unitId)}${matterName(trigger)}的督办暂停至 ${hold.until}：${hold.reason}`,
            waitsFor: null,
            since: null,
          },
        ],
  );

/** The rung's name as the ladder has it: 黄牌督办. */
export function cardLabel({ trigger, rung }: Pick<TaskCard, 'trigger' | 'rung'>, policy: Policy): string {
  return ladderOf(policy, { trigger, gate: null })?.rungs.find(({ name }) => name === rung)?.label ?? rung;
}
