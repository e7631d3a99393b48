import { ROLE_LABELS, TASK_REPORT, type ObligationContext, type Policy, type Role } from '#accountability';
import { chineseDateTime, periodFromKey } from '#calendar';

/** What an obligation is about, by the names that its row gives. */
export interface ObligationNames {
  unit: string;
  /** Of what is about a task. */
  code: string | null;
  title: string | null;
  action: string | null;
  plan: string;
  askedBy: string | null;
  /** Who approved a short notice. */
  approvedBy: string | null;
}

/** How an obligation is spoken of: what is owed, what filing it is called, who judges it. */
export interface ObligationWords {
  owed: string;
  /** 填报, 办理, 提交. */
  filing: string;
  /** Who accepts it; null: it stands as soon as it is filed. */
  judge: string | null;
  missed: string;
}

/** The words for something owed, by its kind. */
export function obligationWords(
  obligation: ObligationContext,
  names: ObligationNames,
  policy: Policy,
): ObligationWords {
  const { kind, period, dueAt, acceptedBy, askedByUnitId, owedBy } = obligation;
  const due = `${chineseDateTime(dueAt)}截止`;
  const label = periodFromKey(period).label;
  const task = `“${names.title ?? ''}”（${names.code ?? ''}）`;
  const judge =
    acceptedBy.length === 0 ? null : askedByUnitId === null ? labels(acceptedBy) : (names.askedBy ?? '');
  const duty = policy.duties.find(({ name }) => name === obligation.duty)?.label ?? '';
  const owner = labels(owedBy);
  switch (kind) {
    case TASK_REPORT:
      return {
        owed: `${names.unit}须就${task}填报${label}进展，${due}。`,
        filing: '填报',
        judge: '专班办公室',
        missed: '到下一期截止仍未填报，记为缺报；以后各期的填报应涵盖这一期的情况。',
      };
    case 'part':
      return {
        owed: `${names.askedBy ?? ''}就${task}向${names.unit}要${label}的${duty}，${due}，早于整体填报。`,
        filing: '提交',
        judge,
        missed: '到下一期截止仍未提交，记为缺报。',
      };
    case 'requestedReport':
      return {
        owed:
          `${ROLE_LABELS[obligation.request?.requestedFor ?? 'supervisor']}临时要求${names.unit}就${task}报送情况（${obligation.request?.words ?? ''}），${due}。` +
          (obligation.request?.approvedBy == null
            ? ''
            : `提前不足${policy.requests.noticeHours}个工作小时，经${names.approvedBy ?? '另一人'}批准。`),
        filing: '报送',
        judge: null,
        missed: '时限过后仍未报送，记为缺报。',
      };
    default:
      return {
        owed: `${owner}（${names.unit}）须就${names.action ?? names.plan}办理${label}的${duty}，${due}。`,
        filing: kind === 'meeting' ? '记录' : '办理',
        judge,
        missed: '到下一期截止仍未办理，记为缺报。',
      };
  }
}

const labels = (roles: readonly Role[]): string => roles.map((role) => ROLE_LABELS[role]).join('或');
