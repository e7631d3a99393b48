import { useSession } from '../session/use-session.js';
import {
  arrangementSchema,
  AS_IT_IS,
  fieldsShown,
  inOrder,
  isHidden,
  shownOf,
  type Choosable,
} from './list-columns.js';
import { useKept } from './use-kept.js';

export interface ChosenColumns<C extends Choosable> {
  /** In the person's order. */
  all: readonly C[];
  shown: C[];
  /** Keys. */
  hidden: readonly string[];
  hide: (keys: string[]) => void;
  /** Puts them into this order, by all their keys. */
  arrange: (keys: string[]) => void;
  /** Everything as the list has it. */
  restore: () => void;
  /** Neither hidden nor moved. */
  untouched: boolean;
  /** For a file of what is seen; undefined: everything. */
  fields: string | undefined;
}

/** Which columns of a list the person has on this computer, and in which order. */
export function useColumns<C extends Choosable>(list: string, own: readonly C[]): ChosenColumns<C> {
  const { person } = useSession();
  const [kept, keep] = useKept(`luoshi/columns/${list}/${person.id}`, arrangementSchema, AS_IT_IS);
  const all = inOrder(own, kept.order);
  // What was hidden once and is a column no more hides nothing.
  const hidden = all.filter((column) => isHidden(column, kept.hidden)).map(({ key }) => key);
  const fields = fieldsShown(own, kept);
  return {
    ...{ all, hidden, fields },
    shown: shownOf(all, hidden),
    hide: (keys) => keep({ ...kept, hidden: keys }),
    arrange: (order) => keep({ ...kept, order }),
    restore: () => keep(AS_IT_IS),
    untouched: fields === undefined,
  };
}
