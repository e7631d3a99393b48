import { plainText } from '#official';
import fc from 'fast-check';
import { FactBook } from '../facts/fact-book.js';
import { compared } from './compared.js';
import { checkProse } from './check-prose.js';
import { listed } from './listed.js';
import { ranked } from './ranked.js';
import { inline, say, type Part } from './say.js';
import { enumerated, sentence, statements } from './sentence.js';

const WORDS = { before: '上月', counted: '项', more: '增加', less: '减少' };
const names = fc.array(fc.stringMatching(/^[局委办区县]{1,30}$/u), { maxLength: 500 });

describe('a sentence', () => {
  it('puts commas between what is said and a full stop behind, and is nothing of nothing', () => {
    expect(plainText(sentence('甲', null, '', '乙'))).toBe('甲，乙。');
    expect(sentence(null, '', [])).toEqual([]);
    expect(plainText(statements('甲', null, '乙'))).toBe('甲；乙。');
    expect(statements(null)).toEqual([]);
  });

  it('makes one run of plain words that stand side by side, and leaves figures fields', () => {
    const book = new FactBook();
    book.add('tasks.total', 12);
    expect(sentence(say`共${book.run('tasks.total')}项`, '其中')).toEqual([
      { kind: 'text', text: '共' },
      { kind: 'figure', text: '12', source: 'tasks.total' },
      { kind: 'text', text: '项，其中。' },
    ]);
  });

  it('never doubles a mark, whatever of its clauses is empty', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.stringMatching(/^[甲乙丙]{0,3}$/u))), (clauses) => {
        const words = plainText(sentence(...clauses));
        expect(words).not.toMatch(/[，。、；]{2}|^[，。]/u);
        expect(words === '' || words.endsWith('。')).toBe(true);
      }),
    );
  });
});

describe('a list', () => {
  it('names none, one, two and many as one speaks of them', () => {
    const of = (...all: string[]): string =>
      plainText(listed(all, { atMost: 3, counted: '个单位', total: String(all.length) }));
    expect(of()).toBe('');
    expect(of('甲')).toBe('甲');
    expect(of('甲', '乙')).toBe('甲和乙');
    expect(of('甲', '乙', '丙')).toBe('甲、乙、丙');
    expect(of('甲', '乙', '丙', '丁')).toBe('甲、乙、丙等4个单位');
  });

  it('names as many as it may, and says how many there are where that is not all', () => {
    fc.assert(
      fc.property(names, fc.nat({ max: 600 }), (all, atMost) => {
        const words = plainText(listed(all, { atMost, counted: '个单位', total: `${all.length}` }));
        expect(words).not.toMatch(/、{2}|^、|、$/u);
        if (all.length > atMost) expect(words.endsWith(`${all.length}个单位`)).toBe(true);
        else for (const name of all) expect(words).toContain(name);
      }),
    );
  });

  it('leaves out of an enumeration what is empty', () => {
    expect(plainText(enumerated('甲', null, '', '乙'))).toBe('甲、乙');
  });
});

describe('a comparison', () => {
  const between = (before: number | null, now: number): string | null => {
    const book = new FactBook();
    if (before !== null) book.add('before.tasks.late', before);
    book.add('tasks.late', now);
    const said = compared(book, 'tasks.late', WORDS);
    return said === null ? null : plainText(inline(said));
  };

  it('says more, less or as many, and nothing where there is nothing to compare or to say', () => {
    expect([between(3, 5), between(5, 3), between(4, 4), between(0, 0), between(null, 4)]).toEqual([
      '比上月增加2项',
      '比上月减少2项',
      '与上月持平',
      null,
      null,
    ]);
  });

  it('has the distance as a fact that adds up', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (before, now) => {
        const book = new FactBook();
        book.add('before.x', before);
        book.add('x', now);
        compared(book, 'x', WORDS);
        expect(book.count('x.change')).toBe(Math.abs(now - before));
      }),
    );
  });
});

describe('places', () => {
  it('are shared by equal values, and the next is as many further', () => {
    expect(ranked([90, 95, 90, 80], (value) => value)).toEqual([
      { of: 95, place: 1, shared: false },
      { of: 90, place: 2, shared: true },
      { of: 90, place: 2, shared: true },
      { of: 80, place: 4, shared: false },
    ]);
  });

  it('hold for any values: nobody better stands behind, nobody equal elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 60 }), (values) => {
        for (const { of, place, shared } of ranked(values, (value) => value)) {
          expect(place).toBe(1 + values.filter((other) => other > of).length);
          expect(shared).toBe(values.filter((other) => other === of).length > 1);
        }
      }),
    );
  });
});

describe('the check of a text', () => {
  const book = new FactBook();
  book.add('tasks.late', 3);
  book.add('tasks.closed', 0);
  const of = (...line: Part[]) =>
    checkProse({ body: [{ kind: 'paragraph', line: inline(...line) }], annexes: [] }, book.all()).map(
      ({ code }) => code,
    );

  it('finds a digit without a fact, an unknown or another figure, doubled marks, empty brackets, an open end', () => {
    expect(of('落后3项。')).toEqual(['looseDigit']);
    expect(of(say`落后${{ kind: 'figure', text: '3', source: 'tasks.lost' }}项。`)).toEqual([
      'unknownFigure',
    ]);
    expect(of(say`落后${{ kind: 'figure', text: '4', source: 'tasks.late' }}项。`)).toEqual(['otherFigure']);
    expect(of('没有，。')).toEqual(['doubledMark']);
    expect(of('单位（）未报。')).toEqual(['emptyBracket']);
    expect(of('没有句号')).toEqual(['openEnd']);
    expect(of(say`落后${book.run('tasks.late')}项，${book.none('tasks.closed')}销号。`)).toEqual([]);
  });

  it('lets a person write figures of their own', () => {
    expect(
      checkProse(
        {
          body: [{ kind: 'paragraph', line: [{ kind: 'text', text: '另有2项。', edited: true }] }],
          annexes: [],
        },
        [],
      ),
    ).toEqual([]);
  });

  it('takes 没有 for a figure only where the figure is 0', () => {
    expect(() => book.none('tasks.late')).toThrow('is not 0');
    expect(of(say`${{ kind: 'figure', text: '没有', source: 'tasks.late' }}落后。`)).toEqual(['otherFigure']);
  });
});
