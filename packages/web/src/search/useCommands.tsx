import { mayManageBoards, mayWrite } from "@wijkbord/schema";
import {
  AlarmClock,
  CalendarDays,
  Code,
  FileCheck2,
  House,
  Keyboard,
  Languages,
  ListX,
  MapPin,
  Plus,
  Rows3,
  SquareKanban,
  SquarePlus,
  SunMoon,
  Table2,
  TriangleAlert,
  UserRound,
} from "lucide-react";
import type { ReactNode } from "react";
import { useLocation, useNavigate } from "../shared/router.tsx";
import { registerPath } from "../agreements/addresses.ts";
import { areaPath, boardPath, newBoardPath, useCoalition } from "../coalitions/coalition.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";
import { inLanguage, type Language, useLanguage, usePath } from "../language/language.ts";
import { wordsIn } from "../language/words.ts";
import { chooseTheme } from "../ui/theme.ts";
import { letterKeysOn, switchLetterKeys } from "./letterKeys.ts";
import { searchWords } from "./words.ts";

type Word = keyof (typeof searchWords)["nl"];

/** Something that can be chosen by its words. */
export interface Command {
  readonly key: string;
  readonly group: "go" | "do";
  readonly label: string;
  /** Its words in both languages. */
  readonly find: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly run: () => void;
}

const size = 17;

/** Everything that can be gone to or done from here, with the words of both languages. */
export function useCommands(showKeys: () => void): Command[] {
  const language = useLanguage();
  const path = usePath();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const coalition = useCoalition();
  const open = useOpenArea();
  const nl = wordsIn(searchWords, "nl");
  const en = wordsIn(searchWords, "en");
  const make = (
    group: Command["group"],
    word: Word,
    alias: Word,
    icon: ReactNode,
    run: () => void,
    more: { values?: Record<string, string>; keys?: string } = {},
  ): Command => ({
    key: `${word}${more.values?.["area"] ?? ""}`,
    group,
    label: (language === "nl" ? nl : en)(word, more.values),
    find: [nl(word, more.values), en(word, more.values), nl(alias), en(alias)].join(" "),
    icon,
    run,
    ...(more.keys && { keys: more.keys }),
  });
  const to = (address: string) => () => navigate(path(address));
  const inView = (query: string) => to(open ? `${boardPath(coalition, open)}${query}` : `/${coalition.slug}`);
  const speak = (next: Language) => () => navigate({ pathname: inLanguage(pathname, next), search, hash });
  const letters = letterKeysOn();
  const boards = coalition.boards.toSorted((a, b) => Number(b.id === open?.id) - Number(a.id === open?.id));
  return [
    make("go", "today", "alias_today", <House size={size} aria-hidden />, to(`/${coalition.slug}/vandaag`), { keys: "G V" }),
    ...boards.map((board) =>
      make("go", "board", "alias_board", <SquareKanban size={size} aria-hidden />, to(boardPath(coalition, board)), {
        values: { area: board.areaName },
        ...(board.id === open?.id && { keys: "G B" }),
      }),
    ),
    make("go", "agreements", "alias_agreements", <FileCheck2 size={size} aria-hidden />, to(registerPath(coalition)), { keys: "G A" }),
    ...boards.map((board) =>
      make("go", "area", "alias_area", <MapPin size={size} aria-hidden />, to(areaPath(coalition, board)), {
        values: { area: board.areaName },
        ...(board.id === open?.id && { keys: "G W" }),
      }),
    ),
    make("go", "data", "alias_data", <Code size={size} aria-hidden />, () => window.location.assign(path("/graphiql"))),
    ...(mayWrite(coalition.viewer) ? [make("do", "addTask", "alias_addTask", <Plus size={size} aria-hidden />, inView("?nieuw"), { keys: "N" })] : []),
    ...(mayManageBoards(coalition.viewer)
      ? [make("do", "newBoard", "alias_newBoard", <SquarePlus size={size} aria-hidden />, to(newBoardPath(coalition)))]
      : []),
    make("do", "mine", "alias_filter", <UserRound size={size} aria-hidden />, inView("?mijn")),
    make("do", "withoutTrekker", "alias_filter", <TriangleAlert size={size} aria-hidden />, inView("?zonder-trekker")),
    make("do", "late", "alias_filter", <AlarmClock size={size} aria-hidden />, inView("?klaar=te-laat")),
    make("do", "thisWeek", "alias_filter", <CalendarDays size={size} aria-hidden />, inView("?klaar=deze-week")),
    make("do", "everything", "alias_filter", <ListX size={size} aria-hidden />, inView("")),
    make("do", "viewBoard", "alias_view", <SquareKanban size={size} aria-hidden />, inView("")),
    make("do", "viewPartner", "alias_view", <Rows3 size={size} aria-hidden />, inView("?weergave=partner")),
    make("do", "viewList", "alias_view", <Table2 size={size} aria-hidden />, inView("?weergave=lijst")),
    make("do", "themeLight", "alias_theme", <SunMoon size={size} aria-hidden />, () => chooseTheme("light")),
    make("do", "themeDark", "alias_theme", <SunMoon size={size} aria-hidden />, () => chooseTheme("dark")),
    make("do", "themeSystem", "alias_theme", <SunMoon size={size} aria-hidden />, () => chooseTheme("system")),
    language === "nl"
      ? make("do", "toEnglish", "alias_language", <Languages size={size} aria-hidden />, speak("en"))
      : make("do", "toDutch", "alias_language", <Languages size={size} aria-hidden />, speak("nl")),
    make("do", "keys", "alias_keys", <Keyboard size={size} aria-hidden />, showKeys, { keys: "?" }),
    make("do", letters ? "lettersOff" : "lettersOn", "alias_keys", <Keyboard size={size} aria-hidden />, () => switchLetterKeys(!letters)),
  ];
}
