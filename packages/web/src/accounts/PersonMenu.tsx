import { useSyncExternalStore } from "react";
import { useLocation, useNavigate } from "../shared/router.tsx";
import { forgetCopies } from "../agreements/forgetCopies.ts";
import { forgetScopes, useScope } from "../activity/scope.ts";
import { activityWords } from "../activity/words.ts";
import { forgetAnswers } from "../apollo/keptAnswers.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { inLanguage, type Language, useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { presenceOf } from "../presence/presenceStore.ts";
import { presenceWords } from "../presence/words.ts";
import { keyWords } from "../search/keyWords.ts";
import { switchLetterKeys, useLetterKeys } from "../search/letterKeys.ts";
import { forgetDrafts } from "../tasks/newTaskDraft.ts";
import { forgetWaiting } from "../outbox/waiting.ts";
import { type AnnounceLevel, chooseAnnounceLevel, useAnnounceLevel } from "../ui/announceLevel.ts";
import { Menu, type MenuGroup } from "../ui/Menu.tsx";
import { Circle } from "../ui/Square.tsx";
import { chooseDensity, chooseTheme, type Theme, useDensity, useTheme } from "../ui/theme.ts";
import { signOut, useSession } from "./session.ts";
import { accountWords } from "./words.ts";

const themes = [
  ["system", "themeSystem"],
  ["light", "themeLight"],
  ["dark", "themeDark"],
] as const satisfies readonly (readonly [Theme, string])[];
const languages = [
  ["nl", "dutch"],
  ["en", "english"],
] as const satisfies readonly (readonly [Language, string])[];

const announceLevels = [
  ["all", "announceAll"],
  ["mine", "announceMine"],
  ["off", "announcePaused"],
] as const satisfies readonly (readonly [AnnounceLevel, string])[];

/** The person, with look, language and signing out. */
export function PersonMenu({ className }: { readonly className: string }) {
  const t = useWords(accountWords);
  const path = usePath();
  const language = useLanguage();
  const location = useLocation();
  const navigate = useNavigate();
  const here = useWords(presenceWords);
  const keys = useWords(keyWords);
  const live = useWords(activityWords);
  const level = useAnnounceLevel();
  const letters = useLetterKeys();
  const theme = useTheme();
  const density = useDensity();
  const presence = presenceOf(useScope());
  useSyncExternalStore(presence.subscribe, presence.isHidden);
  const session = useSession();
  const { hat, organisations } = useCoalition();
  if (session.state !== "in") return null;
  const name = session.me.displayName;
  const leave = async (everywhere: boolean) => {
    await signOut(everywhere);
    forgetScopes();
    forgetDrafts();
    forgetWaiting();
    await forgetAnswers();
    await forgetCopies();
    navigate(path("/"));
    await session.refresh();
  };
  const groups: MenuGroup[] = [
    { title: t("theme"), items: themes.map(([key, label]) => ({ key, label: t(label), checked: theme === key, onSelect: () => chooseTheme(key) })) },
    {
      title: t("density"),
      items: (["comfortable", "compact"] as const).map((key) => ({ key, label: t(key), checked: density === key, onSelect: () => chooseDensity(key) })),
    },
    {
      title: t("language"),
      items: languages.map(([key, label]) => ({
        key,
        label: t(label),
        checked: language === key,
        onSelect: () => navigate({ ...location, pathname: inLanguage(location.pathname, key) }),
      })),
    },
    {
      title: here("presence"),
      items: [false, true].map((hidden) => ({
        key: String(hidden),
        label: here(hidden ? "invisible" : "visible"),
        checked: presence.isHidden() === hidden,
        onSelect: () => presence.hide(hidden),
        ...(hidden && { hint: here("invisibleHint") }),
      })),
    },
    {
      title: live("announce"),
      items: announceLevels.map(([key, label]) => ({ key, label: live(label), checked: level === key, onSelect: () => chooseAnnounceLevel(key) })),
    },
    {
      title: keys("title"),
      items: [true, false].map((on) => ({
        key: `letters-${on}`,
        label: keys(on ? "lettersOn" : "lettersOff"),
        checked: letters === on,
        onSelect: () => switchLetterKeys(on),
      })),
    },
    {
      title: t("session"),
      items: [
        { key: "other", label: t("otherPerson"), onSelect: () => navigate(path("/")) },
        { key: "out", label: t("signOut"), onSelect: () => void leave(false) },
        { key: "everywhere", label: t("signOutEverywhere"), hint: t("signOutEverywhereHint"), onSelect: () => void leave(true) },
      ],
    },
  ];
  return (
    <Menu className={className} label={t("personMenu", { name })} hint={t("personMenu", { name })} groups={groups}>
      <Circle name={name} colour={organisations.get(hat.organisationId)?.colourIndex ?? 7} size="l" decorative />
      <span>
        <b>{name}</b>
        <small>{hat.organisation.name}</small>
      </span>
    </Menu>
  );
}
