import { useSession } from '../session/use-session.js';
import { fieldsShown, hiddenSchema, isHidden, shownOf, type Choosable } from './list-columns.js';
import { useKept } from './use-kept.js';

export interface ChosenColumns<C extends Choosable> {
  all: readonly C[];
  shown: C[];
  /** Keys. */
  hidden: readonly string[];
  hide: (keys: string[]) => void;
  /** For a file of what is seen; undefined: everything. */
  fields: string | undefined;
}

/** Which columns of a list the person has on this computer. */
export function useColumns<C extends Choosable>(list: string, all: readonly C[]): ChosenColumns<C> {
  const { person } = useSession();
  const [kept, hide] = useKept(`luoshi/columns/${list}/${person.id}`, hiddenSchema, []);
  // What was hidden once and is a column no more hides nothing.
  const hidden = all.filter((column) => isHidden(column, kept)).map(({ key }) => key);
  return { all, shown: shownOf(all, hidden), hidden, hide, fields: fieldsShown(all, hidden) };
}
