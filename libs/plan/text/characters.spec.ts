import { BLANK, formOf, INVISIBLE, kindOf, LINE_END, widthOf } from './characters.js';

const all = Array.from({ length: 0x10000 }, (_, code) => code);
const of = (wanted: (code: number) => boolean): string[] =>
  all.filter(wanted).map((code) => code.toString(16).padStart(4, '0'));
const matching = (pattern: RegExp): string[] => of((code) => pattern.test(String.fromCharCode(code)));

describe('what a character is, wherever in Unicode it stands', () => {
  it('is blank where it is white space and no end of a line', () => {
    expect(of((code) => kindOf(code) === BLANK)).toEqual(matching(/[^\S\n\f\v\r\u2028\u2029\ufeff]/u));
  });

  it('is nothing where it prints nothing', () => {
    expect(of((code) => kindOf(code) === INVISIBLE)).toEqual(
      matching(
        /(?![\t\n\f\v\u0085])[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/u,
      ),
    );
  });

  it('ends a line', () => {
    expect(of((code) => kindOf(code) === LINE_END)).toEqual(['000a', '000b', '000c', '0085', '2028', '2029']);
  });

  it('has the width of its ordinary form where it is full-width, a radical or there for compatibility', () => {
    const isDouble = /[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e]/u;
    const ordinary = (code: number): number => {
      const character = String.fromCharCode(code);
      const plain = isDouble.test(character) ? character.normalize('NFKC') : character;
      return (plain.length === 1 ? plain : character).charCodeAt(0);
    };
    expect(of((code) => !/\s/u.test(String.fromCharCode(code)) && widthOf(code) !== ordinary(code))).toEqual(
      [],
    );
    expect(
      of((code) => formOf(code) !== widthOf(code)).map((code) => String.fromCharCode(parseInt(code, 16))),
    ).toEqual([...'(),:;<>[]•∶〖〗﹝﹞﹤﹥（），：；＜＞［］｡､']);
  });
});
