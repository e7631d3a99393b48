import { amendmentMessage } from './amendment-message.js';

describe('what a unit is told of an amendment', () => {
  const about = { unit: '区民政局', plan: '为民办实事实施方案', document: '示政办发〔2024〕9号' };

  it('is one line a task: what is other now, in what sense it ends or begins, and why', () => {
    const { title, body } = amendmentMessage({
      ...about,
      tasks: [
        {
          code: 'A1-03',
          title: '建设口袋公园',
          kind: 'changed',
          changes: [
            { field: 'text', before: '…9月…', after: '…11月…' },
            { field: 'deadline', before: '2024年9月30日', after: '2024年11月30日' },
            { field: 'number', before: '3', after: '2' },
          ],
          reason: null,
        },
        { code: 'A1-05', title: '组织夏令营', kind: 'removed', changes: [], reason: '经费调整' },
        { code: 'A1-08', title: '关爱困境儿童', kind: 'added', changes: [], reason: null },
      ],
    });
    expect(title).toBe('方案修订：本单位3项任务有调整');
    expect(body.split('\n')).toEqual([
      '《为民办实事实施方案》已按示政办发〔2024〕9号修订，涉及区民政局的任务调整如下：',
      '1. A1-03 建设口袋公园：任务内容有修改；完成时限由“2024年9月30日”改为“2024年11月30日”',
      '2. A1-05 组织夏令营：不再列入方案，任务撤销，不再填报（经费调整）',
      '3. A1-08 关爱困境儿童：新增任务，本单位为责任（配合）单位',
      '此前的填报和办理记录保留。请打开任务查看修订后的原文。',
    ]);
  });
});
