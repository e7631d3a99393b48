/**
 * By what a workbook is known to be ours and unchanged when it comes back. Against mix-ups: what somebody may file is decided by who
 * they are, whatever a workbook says.
 */
export interface LedgerSeal {
  /** Which installation: another one has another. */
  installation: string;
  /** The signature of what a workbook says of itself. */
  sign(text: string): string;
}
