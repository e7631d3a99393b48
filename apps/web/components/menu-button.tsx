import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import './menu-button.css';

export interface MenuChoice {
  key: string;
  label: ReactNode;
  /** What it does; without it, what `href` leads to, or nothing. */
  onChoose?: () => void;
  /** The file that is taken from there. */
  href?: string;
  disabled?: boolean;
  chosen?: boolean;
}
/** Choices under a heading of their own; without one they just come after those before. */
export interface MenuPart {
  key: string;
  heading?: ReactNode;
  choices: readonly MenuChoice[];
}

interface MenuButtonProps {
  parts: readonly MenuPart[];
  className: string;
  testId: string;
  title?: string;
  children: ReactNode;
}

const MARGIN_PX = 8;
const CHOOSABLE = '[role="menuitem"]:not([aria-disabled="true"])';

/**
 * A button with a menu below it, of our own: it stands on the first page that a person sees, before the library of
 * components is loaded. By mouse, by finger and by keys (arrows, Home, End, Escape, Tab).
 */
export function MenuButton({ parts, className, testId, title, children }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const id = useId();
  const choosable = (): HTMLElement[] => [...(place.current?.querySelectorAll<HTMLElement>(CHOOSABLE) ?? [])];
  const button = (): HTMLElement | null => place.current?.querySelector('button') ?? null;

  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event): void => {
      if (event.target instanceof Node && place.current?.contains(event.target) !== true) setOpen(false);
    };
    const close = (): void => setOpen(false);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    // It stands where its button was.
    window.addEventListener('scroll', close, { passive: true });
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('scroll', close);
      window.removeEventListener('resize', close);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open]);

  const press = (event: KeyboardEvent): void => {
    if (!open) {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      setOpen(true);
      // The menu is there after this event.
      requestAnimationFrame(() => choosable()[0]?.focus());
      return;
    }
    if (event.key === 'Escape' || event.key === 'Tab') {
      setOpen(false);
      button()?.focus();
      if (event.key === 'Escape') event.stopPropagation();
      return;
    }
    const all = choosable();
    const at = all.findIndex((each) => each === document.activeElement);
    const last = all.length - 1;
    const next = {
      ArrowDown: at < last ? at + 1 : 0,
      ArrowUp: at > 0 ? at - 1 : last,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  };
  const choose = ({ onChoose, disabled }: MenuChoice): void => {
    if (disabled === true) return;
    setOpen(false);
    button()?.focus();
    onChoose?.();
  };

  return (
    <span className="menu-place" ref={place} onKeyDown={press}>
      <button
        type="button"
        className={className}
        title={title}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        data-testid={testId}
      >
        {children}
      </button>
      {open ? (
        <ul role="menu" id={id} className="menu" ref={placeBelow}>
          {parts.map(({ key, heading, choices }) => (
            <li key={key} role="none">
              {heading === undefined ? null : (
                <span className="menu-heading" id={`${id}-${key}`}>
                  {heading}
                </span>
              )}
              <ul role="group" aria-labelledby={heading === undefined ? undefined : `${id}-${key}`}>
                {choices.map((choice) => (
                  <li key={choice.key} role="none">
                    <Choice choice={choice} onChoose={() => choose(choice)} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      ) : null}
    </span>
  );
}

function Choice({
  choice: { label, href, disabled, chosen },
  onChoose,
}: {
  choice: MenuChoice;
  onChoose: () => void;
}) {
  const shared = {
    role: 'menuitem',
    'aria-current': chosen,
    tabIndex: -1,
    className: 'menu-choice',
    onClick: onChoose,
  };
  return href === undefined ? (
    <button type="button" aria-disabled={disabled} {...shared}>
      {label}
    </button>
  ) : (
    <a href={href} download {...shared}>
      {label}
    </a>
  );
}

/** Below its button and within the window, whatever cuts off what is too long around it. */
function placeBelow(menu: HTMLElement | null): void {
  const place = menu?.parentElement?.getBoundingClientRect();
  if (menu == null || place === undefined) return;
  const most = document.documentElement.clientWidth - menu.offsetWidth - MARGIN_PX;
  menu.style.left = `${Math.max(MARGIN_PX, Math.min(place.left, most))}px`;
  menu.style.top = `${place.bottom + 4}px`;
}
