/** A small edit that breaks one rule, to see whether the model check or a test takes notice. */
export interface Fault {
  /** Goes by this name in the table. */
  readonly name: string;
  /** From the root of the repository. */
  readonly file: string;
  /** As it stands in the file, exactly once. */
  readonly text: string;
  readonly replacement: string;
  /** What goes wrong, in one sentence. */
  readonly breaks: string;
}
