import { useEffect, useEffectEvent } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { badgeOf } from "./badgeStore.ts";
import { notificationWords } from "./words.ts";

/** Reads out, once, and shows outside the page when another window is in front, that somebody mentions or asks the person or its organisation something; other news only shows at the bell. */
export function AskedNews() {
  const t = useWords(notificationWords);
  const path = usePath();
  const coalition = useCoalition();
  const scope = useScope();
  const tell = useEffectEvent(async (more: number) => {
    const { newlyAsked, wordOf, noticeWhenAway, addressOf, notificationsPath } = await import("./asked.ts");
    const asked = await newlyAsked(scope, more);
    const [first] = asked;
    if (!first) return;
    const { node, number, title, actorName, actorOrganisation } = first;
    const who = actorName ? t("by", { name: actorName, organisation: actorOrganisation ?? "" }) : t("system");
    const one = asked.length === 1;
    const text = one ? `${t(wordOf(node), { who })}: ${[number, title].filter(Boolean).join(" ")}` : t("askedMany", { count: asked.length });
    announce("asked", text);
    await noticeWhenAway({ text, address: path(one ? addressOf(coalition, first) : notificationsPath(coalition)) });
  });
  useEffect(() => badgeOf(scope).onMore((more) => void tell(more).catch(() => undefined)), [scope]);
  return null;
}
