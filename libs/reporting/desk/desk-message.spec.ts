import { deskMessage } from './desk-message.js';

describe('a message to a desk', () => {
  it('lists every task of its kind in one message', () => {
    const { title, body } = deskMessage('dispatched', [
      { unit: '区教育局', tasks: [{ code: 'A8-01', title: '办好实事' }] },
      { unit: '区教育局', tasks: [{ code: 'A8-02', title: '扩大学位' }] },
    ]);
    expect(title).toBe('2项任务已下发，待签收');
    expect(body).toBe(
      '1. A8-01 办好实事（区教育局）\n2. A8-02 扩大学位（区教育局）\n请在2个工作日内签收；对职责分工有异议的，请在同一时限内提出并说明理由。',
    );
  });

  it('gives the reason that a person gave', () => {
    const { body } = deskMessage('reportReturned', [
      { unit: '区民政局', tasks: [{ code: 'A8-03', title: '养老服务' }], reason: '数据口径不符' },
    ]);
    expect(body).toContain('A8-03 养老服务（区民政局）；数据口径不符');
  });

  it('counts units, not tasks, where a notice is to be issued', () => {
    const { title, body } = deskMessage('noticeToIssue', [
      {
        unit: '区民政局',
        label: '黄牌督办',
        tasks: [
          { code: 'a', title: 'b' },
          { code: 'c', title: 'd' },
        ],
      },
    ]);
    expect(title).toBe('1份督办文书待签发');
    expect(body.split('\n')[0]).toBe('1. 区民政局：黄牌督办');
  });

  it('counts a matter of no single task by its unit, such as an appeal against the card for a silence', () => {
    const { title, body } = deskMessage('appealed', [{ unit: '区林业局', tasks: [], reason: '山火值守' }]);
    expect(title).toBe('1份督办文书被申诉，待答复');
    expect(body.split('\n')[0]).toBe('1. 区林业局；山火值守');
  });
});
