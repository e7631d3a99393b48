/** A report on the task that is looked at on the spot (督查核实), and then perhaps a figure that is to be corrected. */
export interface TaskVerification {
  id: string;
  /** Whose report it is. */
  unitId: string;
  /** `open`: the supervision office finds out. `correction`: the unit owes another figure. */
  stage: 'open' | 'correction';
  overdue: boolean;
}
