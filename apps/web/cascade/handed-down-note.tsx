import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayEnter } from '../session/use-session.js';
import { cascadeText } from '../texts/zh.js';
import { handedDownQuery } from './queries.js';

/** On the headquarters' page: how much was handed down from above and waits. Not there where nothing ever was. */
export function HandedDownNote() {
  const may = useMayEnter('handedDown');
  const { data } = useQuery({ ...handedDownQuery, enabled: may });
  if (!may || data === undefined || data.items.length === 0) return null;
  return (
    <p className="task-needs" data-testid="handed-down-note">
      {data.waiting > 0 ? cascadeText.waiting(data.waiting) : cascadeText.fromAbove}{' '}
      <Link to="/handed-down">{cascadeText.toList}</Link>
    </p>
  );
}
