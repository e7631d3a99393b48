import type { SubjectKind } from '#accountability';
import {
  lockBareSubjects,
  placesOf,
  type BareSubjectRow,
  type PlaceRow,
  type SubjectRow,
  type Transaction,
} from '#persistence';

/** So many jurisdictions at most, and of each so many places: whoever was read first goes first. */
const KEPT = 200;
const PLACES = 20_000;

/** What plans, actions and tasks are called under one mark, by id; no two kinds share an id. */
interface Places {
  mark: string;
  named: Map<string, PlaceRow>;
}

/**
 * What plans, actions and tasks are called, kept by the process as long as the mark of the directory stays the same: the
 * database changes it with every change to one of these names, and no mark comes twice. Names are read after the mark
 * that they are kept under, and so are never older than it.
 */
export class PlaceShelf {
  readonly #kept = new Map<string, Places>();

  /** Locks subjects of one kind in the order of ids. @returns those that are visible, with what their places are called */
  async lock(tx: Transaction, kind: SubjectKind, ids: readonly string[]): Promise<SubjectRow[]> {
    const rows = await this.take(tx, kind, ids);
    const [first] = rows;
    if (!first) return [];
    // All rows of one statement have seen the same mark.
    const { named } = this.#under(first.directoryMark, tx);
    await learn(tx, named, rows);
    return rows.flatMap((row) => completed(row, named) ?? []);
  }

  protected take(tx: Transaction, kind: SubjectKind, ids: readonly string[]): Promise<BareSubjectRow[]> {
    return lockBareSubjects(tx, kind, ids);
  }

  #under(mark: string, { scope: { jurisdictionId, unitId } }: Transaction): Places {
    const known = this.#kept.get(jurisdictionId);
    if (known && known.mark === mark && known.named.size < PLACES) return known;
    const places: Places = { mark, named: new Map() };
    // What one unit sees is not all that there is.
    if (unitId !== null) return places;
    this.#kept.delete(jurisdictionId);
    this.#kept.set(jurisdictionId, places);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return places;
  }
}

async function learn(
  tx: Transaction,
  named: Map<string, PlaceRow>,
  rows: readonly BareSubjectRow[],
): Promise<void> {
  const unknown = (ids: readonly (string | null)[]): string[] => [
    ...new Set(ids.filter((id): id is string => id !== null && !named.has(id))),
  ];
  const plans = unknown(rows.map(({ planId }) => planId));
  const actions = unknown(rows.map(({ actionId }) => actionId));
  const tasks = unknown(rows.map(({ taskId }) => taskId));
  if (plans.length + actions.length + tasks.length === 0) return;
  for (const place of await placesOf(tx, { plans, actions, tasks })) named.set(place.id, place);
}

/** Null: its plan is not visible, and so neither is it. */
function completed(row: BareSubjectRow, named: ReadonlyMap<string, PlaceRow>): SubjectRow | null {
  const { actionId, ...rest } = row;
  const plan = named.get(row.planId);
  const task = row.taskId === null ? undefined : named.get(row.taskId);
  const action = actionId === null ? undefined : named.get(actionId);
  if (!plan) return null;
  return {
    ...rest,
    planCode: plan.code,
    planTitle: plan.title ?? '',
    actionCode: action?.code ?? task?.actionCode ?? null,
    taskId: task?.id ?? null,
    taskCode: task?.code ?? null,
    taskTitle: task?.title ?? null,
  };
}
