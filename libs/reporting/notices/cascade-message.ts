import { chineseDate, type CivilDate } from '#calendar';
import type { NoticeText } from './notice.facts.js';

export interface HandedDownFacts {
  upperName: string;
  /** The desk that hands down: 指挥部办公室, a unit. */
  offeredBy: string;
  title: string;
  requirement: string;
  deadlineOn: CivilDate;
}

/** To the headquarters' office: something was handed down from above, to adopt, to send back or to ask about. */
export const handedDownMessage = ({
  upperName,
  offeredBy,
  title,
  requirement,
  deadlineOn,
}: HandedDownFacts): NoticeText => ({
  title: `上级交办：${title}`,
  body: `${upperName}${offeredBy}交办：${requirement}\n时限：${chineseDate(deadlineOn)}。请在“上级交办”中承接、退回或询问。`,
});

export interface HandDownFacts {
  kind: string;
  /** The other jurisdiction's. */
  name: string;
  title: string;
  /** What it said. */
  body: Readonly<Record<string, unknown>>;
}

const said = (body: HandDownFacts['body'], key: string): string => {
  const value = body[key];
  return typeof value === 'string' ? value : '';
};

/** To the headquarters' office: what the other jurisdiction has said about a task that is handed down. */
export function handDownMessage({ kind, name, title, body }: HandDownFacts): NoticeText {
  switch (kind) {
    case 'adopted': {
      const later = said(body, 'deadlineReason');
      const deadline = chineseDate(said(body, 'deadlineOn'));
      return {
        title: `${name}已承接：${title}`,
        body: `${name}承接为“${said(body, 'title')}”（${said(body, 'code')}），完成时限${deadline}${later === '' ? '' : `，晚于交办时限，理由：${later}`}。`,
      };
    }
    case 'declined':
      return { title: `${name}退回交办：${title}`, body: `退回理由：${said(body, 'reason')}` };
    case 'asked':
      return {
        title: `${name}询问：${title}`,
        body: `${said(body, 'question')}\n请在任务页“交办下级”中答复。`,
      };
    case 'answered':
      return { title: `${name}答复：${title}`, body: said(body, 'answer') };
    case 'recalled':
      return {
        title: `${name}收回交办：${title}`,
        body: `收回理由：${said(body, 'reason')}\n已承接的，本级任务不自动改变，请决定继续或撤销；今后不再向上级报送其进展。`,
      };
    default:
      return {
        title: `${name}${STATE_NEWS[said(body, 'state')] ?? '恢复推进'}：${title}`,
        body: `下级任务${STATE_NEWS[said(body, 'state')] ?? '恢复推进'}；本级任务的状态和填报不因此改变。`,
      };
  }
}

const STATE_NEWS: Readonly<Record<string, string>> = {
  closed: '已销号',
  withdrawn: '已撤销',
  suspended: '已暂缓',
};
