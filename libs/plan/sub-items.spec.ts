import { findSubItems } from './sub-items.js';

const read = (text: string): string[] =>
  findSubItems(text).map(({ number, span }) => `${number}:${text.slice(span.start, span.end)}`);

describe('a list inside a paragraph', () => {
  it.each([
    ['抓好两事：（1）清淤；（2）筑堤。另行通知。', ['1:清淤', '2:筑堤']],
    ['抓好两事：①清淤，②筑堤；其余照旧', ['1:清淤', '2:筑堤']],
    ['抓好三事。一是清淤；二是筑堤；三是种树。', ['一:清淤', '二:筑堤', '三:种树']],
    ['会议要求，一要清淤，二要筑堤。', ['一:清淤', '二:筑堤']],
    ['抓好两事：1.清淤；2.筑堤3.5公里。', ['1:清淤', '2:筑堤3.5公里']],
    ['抓好两事：1）清淤；2）筑堤。', ['1:清淤', '2:筑堤']],
    ['修水利\n（一）清淤。疏浚。\n（二）筑堤。加高。', ['一:清淤。疏浚', '二:筑堤。加高']],
    ['第一，清淤。第二，筑堤。', ['一:清淤', '二:筑堤']],
  ])('is read in 「%s」', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('may hold another list, which is passed over', () => {
    expect(read('（1）治水：①清淤；②筑堤。（2）治山。')).toEqual(['1:治水：①清淤；②筑堤', '2:治山']);
  });

  it.each([
    '统一是前提，二是关键',
    '（1）只有一条',
    '增长1.5%，共2.3公里',
    '一是唯一的一条。',
    '第（2）项和第（3）项',
    '3.只从三开始；4.不算',
  ])('is none in 「%s」', (text) => {
    expect(read(text)).toEqual([]);
  });
});
