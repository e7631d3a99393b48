/** Where a subject belongs: the scopes a role may be held in to reach it. */
export interface SubjectScope {
  jurisdictionId: string;
  planCode: string;
  /** Null for what is not one action's, such as a unit's reporting line. */
  actionCode: string | null;
  /** Lead units of a task; the unit of an obligation or a line. */
  unitIds: readonly string[];
}
