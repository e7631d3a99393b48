import type { Picture } from '../model/block.js';

/** 图1 and the caption: pictures are numbered in the order in which they stand, those of annexes after those of the text. */
export const pictureCaption = ({ caption }: Picture, number: number): string => `图${number}\u3000${caption}`;

/** Counts the pictures of one document. */
export function pictureCounter(): () => number {
  let count = 0;
  return () => (count += 1);
}
