import { FileCheck2, Search, SquareCheck, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useNavigate } from "../shared/router.tsx";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { feedOf } from "../tasks/taskFeed.ts";
import { IconButton } from "../ui/Button.tsx";
import { HitRow, Marked } from "./HitRow.tsx";
import { markedParts, matches } from "./matching.ts";
import "./Palette.css";
import { recentOf } from "./recent.ts";
import { type Command, useCommands } from "./useCommands.tsx";
import { useFound } from "./useFound.ts";
import { searchWords } from "./words.ts";

interface Option {
  readonly key: string;
  readonly content: ReactNode;
  readonly run: () => void;
}
interface Group {
  readonly title: string;
  readonly options: readonly Option[];
}

const commandsBesideHits = 5;

function CommandRow({ command, typed }: { readonly command: Command; readonly typed: string }) {
  return (
    <>
      {command.icon}
      <span className="palette-text">
        <span className="palette-title">
          <Marked parts={markedParts(command.label, typed)} />
        </span>
      </span>
      {command.keys && <kbd className="key">{command.keys}</kbd>}
    </>
  );
}

/** Tasks and agreements that were opened here lately; their titles come from what is known now. */
function useRecent(): Option[] {
  const scope = useScope();
  const { slug } = useCoalition();
  const path = usePath();
  const navigate = useNavigate();
  const titles = new Map([...feedOf(scope).cards.values()].map(({ number, title }) => [number, title]));
  return recentOf(scope.membershipId).map(({ number, kind }) => ({
    key: `recent-${number}`,
    content: (
      <>
        {kind === "task" ? <SquareCheck size={17} aria-hidden /> : <FileCheck2 size={17} aria-hidden />}
        <span className="palette-text">
          <span className="palette-title">
            <span className="digits quiet">{number}</span> {titles.get(number)}
          </span>
        </span>
      </>
    ),
    run: () => navigate(path(`/${slug}/${kind === "task" ? "taken" : "afspraken"}/${number}`)),
  }));
}

/** What can be chosen for a text: things that were found, and what can be gone to or done. */
function useGroups(typed: string, showKeys: () => void) {
  const t = useWords(searchWords);
  const path = usePath();
  const navigate = useNavigate();
  const found = useFound(typed);
  const recent = useRecent();
  const commands = useCommands(showKeys);
  const optionOf = (command: Command): Option => ({ key: command.key, run: command.run, content: <CommandRow command={command} typed={typed} /> });
  const hits = found.hits.map((hit): Option => ({
    key: `${hit.kind}-${hit.id}`,
    run: () => navigate(path(hit.address)),
    content: <HitRow hit={hit} typed={typed} />,
  }));
  const inGroup = (group: Command["group"]) => commands.filter((command) => command.group === group).map(optionOf);
  const fitting = commands.filter(({ find }) => matches(find, typed)).slice(0, commandsBesideHits);
  const all: Group[] =
    typed.trim() === ""
      ? [
          { title: t("recent"), options: recent },
          { title: t("goTo"), options: inGroup("go") },
          { title: t("doIt"), options: inGroup("do") },
        ]
      : [
          { title: t("goTo"), options: fitting.filter(({ group }) => group === "go").map(optionOf) },
          { title: t("doIt"), options: fitting.filter(({ group }) => group === "do").map(optionOf) },
          { title: t("found"), options: hits },
        ];
  return { groups: all.filter(({ options }) => options.length > 0), found };
}

/** Ctrl K: go to, do, or find anything, by words of both languages. */
export function Palette({ onClose, onKeys }: { readonly onClose: () => void; readonly onKeys: () => void }) {
  const t = useWords(searchWords);
  const { taskPrefix } = useCoalition();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const { groups, found } = useGroups(typed, onKeys);
  const options = groups.flatMap((group) => group.options);
  const at = Math.max(
    options.findIndex(({ key }) => key === chosen),
    0,
  );
  const active = options[at];
  const optionId = (key: string) => `${id}-${key}`;
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active?.key]);
  const run = (option: Option | undefined) => {
    if (!option) return;
    onClose();
    option.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const steps: Record<string, number> = {
      ArrowDown: (at + 1) % options.length,
      ArrowUp: (at - 1 + options.length) % options.length,
      PageDown: Math.min(at + 8, options.length - 1),
      PageUp: Math.max(at - 8, 0),
    };
    const next = options[steps[event.key] ?? -1];
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      run(active);
    } else if (next) {
      event.preventDefault();
      setChosen(next.key);
    }
  };
  const nothing = typed.trim() !== "" && options.length === 0;
  const status =
    found.state === "searching"
      ? t("searching")
      : found.state === "failed"
        ? t("failed")
        : found.state === "done"
          ? t("foundCount", { count: found.hits.length })
          : "";
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t("open")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={onKeyDown}
    >
      <div className="palette-head">
        <Search size={18} aria-hidden />
        <input
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active.key) : undefined}
          aria-label={t("placeholder")}
          placeholder={t("placeholder")}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(null);
          }}
        />
        <IconButton label={t("close")} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t("results")} className="palette-list" hidden={options.length === 0}>
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div aria-hidden>{group.title}</div>
            {group.options.map((option) => (
              <div
                key={option.key}
                id={optionId(option.key)}
                role="option"
                aria-selected={option === active}
                className="palette-option"
                onPointerMove={() => setChosen(option.key)}
                onClick={() => run(option)}
              >
                {option.content}
              </div>
            ))}
          </div>
        ))}
      </div>
      {nothing && found.state === "done" && (
        <div className="palette-note">
          <b>{t("nothing", { text: typed.trim() })}</b>
          <p>{t("nothingHint", { number: `${taskPrefix}-12` })}</p>
        </div>
      )}
      <div className="palette-foot">
        <span>
          <kbd className="key">↑↓</kbd> {t("hintChoose")}
        </span>
        <span>
          <kbd className="key">↵</kbd> {t("hintOpen")}
        </span>
        <span>
          <kbd className="key">Esc</kbd> {t("hintClose")}
        </span>
        <span role="status">{found.state === "done" && found.hasMore ? t("more") : status}</span>
      </div>
    </dialog>
  );
}
