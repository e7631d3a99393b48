import { normalise } from '../text/normalise.js';
import { findClauses } from './find-clauses.js';

const find = (text: string): string[] => {
  const mapped = normalise(text);
  return findClauses(mapped, { start: 0, end: mapped.text.length }).map(
    ({ lead, support }) => `${lead.join('、')}|${support.join('、')}`,
  );
};

describe('the clauses of a stretch of text', () => {
  it('stand in brackets of any kind, several in a paragraph', () => {
    expect(
      find(
        '清淤5公里（县水利局牵头，县财政局配合）。种树100亩。〔县林业局负责〕修路。【责任单位：县交通运输局】',
      ),
    ).toEqual(['县水利局|县财政局', '县林业局|', '县交通运输局|']);
  });

  it('are one where labels stand on lines that follow each other', () => {
    expect(
      find('整治河道。\n牵头单位：县水利局\n责任单位：县财政局、各乡镇\n完成时限：2025年6月底前\n修路。'),
    ).toEqual(['县水利局|县财政局、各乡镇']);
    expect(find('责任领导：张某某\n牵头单位：县水利局\n配合单位：县财政局')).toEqual(['县水利局|县财政局']);
  });

  it('may begin with a label after a sentence, without brackets', () => {
    expect(find('给予补助20万元。责任单位：县科技局、县财政局。')).toEqual(['|县科技局、县财政局']);
    expect(
      find(
        '给予补助。牵头单位：县科技局；配合单位：县财政局。完成时限：6月底。再给予奖励。责任单位：县教育局。',
      ),
    ).toEqual(['县科技局|县财政局', '县教育局|']);
  });

  it('may be a line that says who leads', () => {
    expect(find('整治河道。\n由县水利局牵头，县财政局、各乡镇配合。')).toEqual(['县水利局|县财政局、各乡镇']);
    expect(find('各级党委要牵头抓总，压实责任。')).toEqual([]);
    expect(find('县水利局要牵头制定方案，县财政局予以支持。')).toEqual([]);
  });

  it('are no lists of members, of works or of dates', () => {
    expect(find('成员单位：县水利局、县财政局、县林业局')).toEqual([]);
    expect(find('建设单位：某公司')).toEqual([]);
    expect(find('完成时限：持续推进')).toEqual([]);
  });
});
