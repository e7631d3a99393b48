/** What a form holds of one of the tasks that take the place of others. */
export interface SuccessorForm {
  title?: string;
  leadUnitIds?: string[];
  supportUnitIds?: string[];
  deadlineOn?: string;
}

/** As it is sent: what was not said is left out. */
export const successorOf = ({
  title = '',
  leadUnitIds = [],
  supportUnitIds = [],
  deadlineOn,
}: SuccessorForm) => ({
  title,
  leadUnitIds,
  supportUnitIds,
  ...(deadlineOn === undefined || deadlineOn === '' ? {} : { deadlineOn }),
});
