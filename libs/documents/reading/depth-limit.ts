import { DocumentRefused } from '../document-refused.js';
import { MAX_DEPTH } from './limits.js';

/** Counts how many elements are open in each other. The parser takes longer for each the more there are. */
export class DepthLimit {
  private depth = 0;

  /** Throws `DocumentRefused` for more than any document has. */
  open(): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new DocumentRefused('DOCUMENT_DAMAGED');
  }

  close(): void {
    this.depth -= 1;
  }
}
