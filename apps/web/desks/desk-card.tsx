import type { DeskCard as Card, DeskItem } from '#contract';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../format/date.js';
import { desksText } from '../texts/zh.js';
import { WAY_OF_CARD, wayOfItem } from './desk-places.js';

/** The clock of an item in words; what has run down says so, and not by its colour alone. */
function Clock({ item, clock }: { item: DeskItem; clock: Card['clock'] }) {
  if (item.at === null) return null;
  const when = formatInstant(item.at);
  if (item.overdue) return <span className="desk-clock late">{desksText.overdue(when)}</span>;
  return (
    <span className="desk-clock soft">{clock === 'due' ? desksText.due(when) : desksText.since(when)}</span>
  );
}

function Item({ card, item }: { card: Card; item: DeskItem }) {
  const words = (
    <>
      <b>{item.title}</b>
      {item.note === null ? null : <span className="soft small">{item.note}</span>}
      <Clock item={item} clock={card.clock} />
    </>
  );
  return (
    <li>
      {item.kind === 'check' ? (
        <div className="desk-item">{words}</div>
      ) : (
        <Link {...wayOfItem(card.name, item)} className="desk-item" data-testid={`desk-item-${card.name}`}>
          {words}
        </Link>
      )}
    </li>
  );
}

/** So many of a card are in sight on every screen (desks.css): where there are more, the way to all says how many. */
const IN_SIGHT = 3;

/** One kind of thing to be done: how many there are, the first of them, and the way to all. */
export function DeskCard({ card }: { card: Card }) {
  const { title, act } = desksText.cards[card.name];
  const more = card.count === null || card.count > IN_SIGHT;
  return (
    <section className="panel desk-card" data-testid={`desk-${card.name}`}>
      <header className="panel-head">
        <h2>{title}</h2>
        <span className="desk-count" data-testid={`desk-count-${card.name}`}>
          {desksText.count(card.count)}
        </span>
      </header>
      <ul>
        {card.items.map((item) => (
          <Item key={item.id} card={card} item={item} />
        ))}
      </ul>
      <Link {...WAY_OF_CARD[card.name]} className="desk-all">
        {more ? desksText.all(act, card.count) : act}
      </Link>
    </section>
  );
}
