import type { Span } from './mapped-text.js';

/** Keeps which positions of a text were already understood, so that each is only understood once. */
export class Claimed {
  private readonly taken: Uint8Array;

  constructor(length: number) {
    this.taken = new Uint8Array(length);
  }

  isFree(span: Span): boolean {
    return !this.taken.subarray(span.start, span.end).includes(1);
  }

  claim(span: Span): void {
    this.taken.fill(1, span.start, span.end);
  }
}
