/**
 * Every figure of the official format, in one place, so that a correction is one line. Marks say how sure each is:
 * V read in a text of GB/T 9704-2012; V99 read only in the text of 1999; K from general knowledge, to be confirmed on the
 * printed standard; D derived or chosen here.
 */

/** Sheet and type area, in millimetres. V, but for what follows from it. */
export const PAGE = {
  /** V: A4. */
  widthMm: 210,
  heightMm: 297,
  /** V: 天头, 37 ± 1. */
  topMm: 37,
  /** V: 订口, 28 ± 1. */
  leftMm: 28,
  /** V: what is allowed to be off. */
  toleranceMm: 1,
  /** V: 版心 156 × 225. */
  typeAreaWidthMm: 156,
  typeAreaHeightMm: 225,
  /** V: by subtraction, 210 − 28 − 156 and 297 − 37 − 225. */
  rightMm: 26,
  bottomMm: 35,
  /** V */
  linesPerPage: 22,
  charactersPerLine: 28,
} as const;

/** Sizes of type (字号) in points. K: the names' usual measure. */
export const SIZE = {
  /** 小初 */ smallInitial: 36,
  /** 1号 */ one: 26,
  /** 2号 */ two: 22,
  /** 3号 */ three: 16,
  /** 4号 */ four: 14,
  /** 小4 */ smallFour: 12,
  /** 5号 */ five: 10.5,
} as const;

/** Typefaces by the name that Word knows them by, and the names of the same design elsewhere. */
export const FACE = {
  /** V: 小标宋, mark and title. The name is K. */
  title: { name: '方正小标宋简体', also: ['方正小标宋_GBK', '小标宋', '华文中宋', 'FZXiaoBiaoSong-B05S'] },
  /** V: 仿宋, text. */
  text: { name: '仿宋_GB2312', also: ['仿宋', 'FangSong', '方正仿宋_GBK', '方正仿宋简体', '华文仿宋'] },
  /** V: 楷体, second level. */
  kai: { name: '楷体_GB2312', also: ['楷体', 'KaiTi', '方正楷体_GBK', '方正楷体简体', '华文楷体'] },
  /** V: 黑体, first level, secrecy and urgency. */
  hei: { name: '黑体', also: ['SimHei', '方正黑体_GBK', '方正黑体简体', '华文黑体'] },
  /** V: page number. */
  song: { name: '宋体', also: ['SimSun', '新宋体', '方正书宋_GBK', '华文宋体'] },
} as const;
export type FaceName = keyof typeof FACE;

/** Word's units. */
export const WORD = {
  /** D: 22 × 579 = 12738 twips fit into 12756; 580 (29 pt) gives only 21 lines. */
  linePitchTwips: 579,
  /**
   * D: 28 × 16 pt = 8960 twips do not fit into 8845; every character gives up 5. The grid's own `charSpace` of −850/4096 pt does the
   * same in Word, but LibreOffice gives a character that is wider than its cell two of them.
   */
  characterSpacing: -5,
  /** D: the same as the grid of lines and characters says it. */
  charSpace: -850,
  /** D: the advance of a character on the grid, 8845/28, rounded down. */
  characterTwips: 315,
} as const;

/** Head, 版头. */
export const HEAD = {
  /** V: from the top of the type area to the top edge of the issuer's mark. 1999 had 25 and 80. */
  markTopMm: 35,
  /** V: red. The shade is D. */
  red: 'FF0000',
  /** D: the mark is as large as one line allows between these, and never smaller than the title; the standard leaves it to taste. */
  markMinPoints: 22,
  markMaxPoints: 60,
  /** V: blank lines between mark and number. */
  linesBeforeNumber: 2,
  /** V: from the number to the red rule. */
  ruleBelowNumberMm: 4,
  /** D: the standard names no weight. 1.5 pt in eighths. */
  ruleEighths: 12,
  /** V: figures of 份号. */
  copyNumberDigits: 6,
} as const;

/** 签发人 of documents that go upward, and the number's place beside the last of them (7.2.5, 7.2.6): V in texts that quote the standard of 2012. */
export const SIGNER = {
  word: '签发人：',
  /** Characters in: number from the left, signers from the right. */
  indentCharacters: 1,
  /** Names in a line; a further line begins below the first name. */
  namesInLine: 2,
  /** D: between two names of a line, and as wide as a name is whose place is left. */
  gapCharacters: 1,
  openCharacters: 3,
} as const;

/** Joint issue, 联合行文. V in texts that quote 7.2.4: the main issuer first, 文件 to the right of the names, in the middle of their height. */
export const JOINT = {
  word: '文件',
  /** D: the height of a name's line as a multiple of its type, and the room before 文件 as a part of it. */
  lineFactor: 1.3,
  gapFactor: 0.25,
  /** D: all names together are at most so high, that page 1 has room for text (V). */
  markMaxHeightMm: 60,
  markMinPoints: 16,
  /** V99: seals in a row at most. */
  sealsInRow: 3,
  /** D: a seal of 42 mm and what is free beside it, in characters; and the lines between two rows of them. */
  sealCharacters: 8,
  linesBetweenSeals: 4,
} as const;

/** Body, 主体. */
export const BODY = {
  /** V: blank lines between red rule and title, title and addressee. */
  linesBeforeTitle: 2,
  linesBeforeAddressee: 1,
  /** D: exact height of a title's line. */
  titleLinePoints: 32,
  /** V: first line of a paragraph, and of headings, in characters. */
  firstLineCharacters: 2,
  /** V: blank line before the note of annexes. */
  linesBeforeAnnexNote: 1,
  /** V: sealed, the date stands so many characters from the right. */
  sealedDateRightCharacters: 4,
  /** V in texts that quote 7.3.5.2: unsealed, the issuer's name does, and the date begins two characters right of the name. */
  unsealedNameRightCharacters: 2,
  unsealedDateShiftCharacters: 2,
  /** D: a seal of 42 mm begins within a line below the text and stands over name and date. */
  linesBeforeSealedName: 2,
  /** V, the same. */
  linesBeforeUnsealedName: 1,
  /** V in a text that goes through the standard clause by clause (7.3.7): an annex's title stands on the third line of its page. */
  annexTitleOnLine: 3,
} as const;

/** Foot, 版记. */
export const FOOT = {
  /** V: first and last rule, and those between. */
  outerRuleMm: 0.35,
  innerRuleMm: 0.25,
  /** V: characters in from both sides. */
  indentCharacters: 1,
  /** D: exact height of a line of the foot. */
  linePoints: 24,
} as const;

/** Page number. */
export const PAGE_NUMBER = {
  /** V: from the lower edge of the type area to the dash beside the number. */
  belowTypeAreaMm: 7,
  /** V: characters (4号) in from the outer edge: odd pages right, even pages left. */
  indentCharacters: 1,
  /** V */
  before: '— ',
  after: ' —',
  /** D: exact height of its line. */
  linePoints: 14,
} as const;

/** Letter form, 信函. */
export const LETTER = {
  /** V (10.1, read clause by clause) what follows. The mark's top edge from the top of the page. */
  markTopMm: 30,
  /** The thick-thin rule below the mark, the thin-thick one above the lower edge of the page, and their width. */
  ruleBelowMarkMm: 4,
  ruleAbovePageBottomMm: 20,
  ruleWidthMm: 170,
  /** D: weight of the double rule in eighths of a point, as Word counts it. */
  ruleEighths: 24,
  /** The first page carries no number. */
} as const;

/** Tables and pictures, of which the standard says nothing but that they lie within the type area. All D. */
export const TABLE = {
  headPoints: SIZE.smallFour,
  rowPoints: SIZE.smallFour,
  /** With more columns than that the type is smaller. */
  columnsAtFullSize: 6,
  crowdedPoints: SIZE.five,
  /** Height of a line as a multiple of the type, and what is left free within a cell. */
  lineFactor: 1.35,
  cellMarginMm: 1.2,
  ruleEighths: 4,
  captionPoints: SIZE.four,
} as const;

export const PICTURE = {
  /** With its caption a page of the type area. */
  maxHeightMm: 205,
  /** Of the picture for programs that draw no SVG. */
  dotsPerInch: 200,
} as const;

/** Marks of a draft: what follows the data, and what a person wrote. D */
export const DRAFT = { figureShade: 'E8F1FB', editedShade: 'FFF2CC' } as const;
