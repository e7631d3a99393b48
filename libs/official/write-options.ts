export interface WriteOptions {
  /** Marks figures and what a person wrote. Unless said, as long as the document has no number. */
  readonly draft?: boolean;
}
