import type { FaceName } from '../format/figures.js';
import { BODY, FOOT, HEAD, PAGE, SIZE, WORD } from '../format/figures.js';
import { pointsOfMm } from '../format/units.js';

/** The sheet in points, from its upper left corner. */
export const SHEET = {
  width: pointsOfMm(PAGE.widthMm),
  height: pointsOfMm(PAGE.heightMm),
  left: pointsOfMm(PAGE.leftMm),
  top: pointsOfMm(PAGE.topMm),
  textWidth: pointsOfMm(PAGE.typeAreaWidthMm),
  right: pointsOfMm(PAGE.leftMm + PAGE.typeAreaWidthMm),
  bottom: pointsOfMm(PAGE.topMm + PAGE.typeAreaHeightMm),
  /** One of 22 lines. */
  pitch: WORD.linePitchTwips / 20,
  /** One of 28 characters. */
  character: pointsOfMm(PAGE.typeAreaWidthMm) / PAGE.charactersPerLine,
  titlePitch: BODY.titleLinePoints,
  footPitch: FOOT.linePoints,
} as const;

/** Ink of a Chinese character above and below the line it stands on, as parts of its size. D */
export const INK = { above: 0.84, below: 0.08 } as const;

/** How text of the body looks. */
export interface Look {
  readonly face: FaceName;
  readonly size: number;
  readonly color?: string;
  readonly shade?: string;
}

export const LOOK = {
  text: { face: 'text', size: SIZE.three },
  hei: { face: 'hei', size: SIZE.three },
  kai: { face: 'kai', size: SIZE.three },
  title: { face: 'title', size: SIZE.two },
  foot: { face: 'text', size: SIZE.four },
  caption: { face: 'hei', size: SIZE.four },
  pageNumber: { face: 'song', size: SIZE.four },
} as const satisfies Readonly<Record<string, Look>>;

export const RED = `#${HEAD.red}`;

/** What is drawn on a page, in the order in which it is drawn. Points from the upper left corner. */
export type Mark = TextMark | RuleMark | ShadeMark | PictureMark;

export interface TextMark {
  readonly kind: 'text';
  readonly x: number;
  /** The line that characters stand on. */
  readonly baseline: number;
  readonly text: string;
  readonly look: Look;
  /** Added after every character. */
  readonly spacing: number;
}
/** A line from one point to another. */
export interface RuleMark {
  readonly kind: 'rule';
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
  readonly color: string;
}
export interface ShadeMark {
  readonly kind: 'shade';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}
export interface PictureMark {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

export interface Bookmark {
  readonly title: string;
  /** From 1. */
  readonly level: number;
  readonly page: number;
}

export interface LaidOut {
  readonly pages: readonly (readonly Mark[])[];
  readonly bookmarks: readonly Bookmark[];
}
