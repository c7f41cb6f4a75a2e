import { Check } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./Menu.css";

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly hint?: string;
  readonly checked?: boolean;
  readonly onSelect: () => void;
}
export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  /** Name of the list, and of its button unless there is a hint. */
  readonly label: string;
  /** Read out after what the button shows, as part of its name. */
  readonly hint?: string;
  readonly className: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly groups: readonly MenuGroup[];
  readonly on?: boolean;
}

const margin = 8;

/** Keeps the open list beside its button and inside the window. */
function place(button: HTMLElement, list: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = list;
  const below = at.bottom + 4 + height <= window.innerHeight - margin;
  list.style.left = `${Math.max(margin, Math.min(at.left, window.innerWidth - width - margin))}px`;
  list.style.top = `${Math.max(margin, below ? at.bottom + 4 : at.top - height - 4)}px`;
}

function MenuRow({ item, onPick }: { readonly item: MenuItem; readonly onPick: (item: MenuItem) => void }) {
  const choice = item.checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": item.checked };
  return (
    <button type="button" tabIndex={-1} className="menu-item" {...choice} onClick={() => onPick(item)}>
      {item.mark}
      <span>
        {item.label}
        {item.hint && <small>{item.hint}</small>}
      </span>
      {item.checked && <Check size={15} aria-hidden />}
    </button>
  );
}

/** A button that opens a list of acts or choices; arrows, Home, End, letters and Escape work. */
export function Menu({ label, hint, className, children, groups, on = false }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>(".menu-item") ?? [])];

  useEffect(() => {
    const element = list.current;
    if (!open || !element || !button.current) return undefined;
    element.showPopover();
    place(button.current, element);
    (element.querySelector<HTMLElement>('[aria-checked="true"]') ?? rows()[0])?.focus();
    const onToggle = (event: ToggleEvent) => {
      if (event.newState === "closed") setOpen(false);
    };
    element.addEventListener("toggle", onToggle);
    return () => element.removeEventListener("toggle", onToggle);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const pick = (item: MenuItem) => {
    close();
    item.onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = rows();
    const at = all.findIndex((row) => row === document.activeElement);
    const letter = event.key.length === 1 && event.key !== " " ? event.key.toLowerCase() : null;
    const moves: Record<string, number> = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    const byLetter = letter
      ? [...all.slice(at + 1), ...all.slice(0, at + 1)].find((row) => row.textContent.trim().toLowerCase().startsWith(letter))
      : undefined;
    const next = moves[event.key];
    if (event.key === "Tab") close();
    else if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (next !== undefined || byLetter) {
      event.preventDefault();
      (byLetter ?? all[next ?? 0])?.focus();
    }
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        data-on={on || undefined}
        aria-label={hint ? undefined : label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(!open);
        }}
      >
        {children}
        {hint && <span className="hidden-text">{hint}</span>}
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          popover="auto"
          role="menu"
          aria-label={label}
          className="menu"
          onKeyDown={onKeyDown}
          onClick={(event) => event.stopPropagation()}
        >
          {groups.map((group, index) => (
            <div key={group.title ?? index} role="group" aria-label={group.title}>
              {group.title && (
                <div className="menu-title" aria-hidden>
                  {group.title}
                </div>
              )}
              {group.items.map((item) => (
                <MenuRow key={item.key} item={item} onPick={pick} />
              ))}
            </div>
          ))}
        </div>
      )}
    </>
  );
}
