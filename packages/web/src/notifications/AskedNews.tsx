import { useEffect, useEffectEvent } from "react";
import { useScope } from "../activity/scope.ts";
import { useWords } from "../language/words.ts";
import { announce } from "../ui/announcer.ts";
import { badgeOf } from "./badgeStore.ts";
import { notificationWords } from "./words.ts";

/** Reads out, once, that somebody mentions or asks the person or its organisation something; other news only shows at the bell. */
export function AskedNews() {
  const t = useWords(notificationWords);
  const scope = useScope();
  const tell = useEffectEvent(async (more: number) => {
    const { newlyAsked, wordOf } = await import("./asked.ts");
    const asked = await newlyAsked(scope, more);
    const [first] = asked;
    if (!first) return;
    if (asked.length > 1) return announce("asked", t("askedMany", { count: asked.length }));
    const { node, number, title, actorName, actorOrganisation } = first;
    const who = actorName ? t("by", { name: actorName, organisation: actorOrganisation ?? "" }) : t("system");
    return announce("asked", `${t(wordOf(node), { who })}: ${[number, title].filter(Boolean).join(" ")}`);
  });
  useEffect(() => badgeOf(scope).onMore((more) => void tell(more).catch(() => undefined)), [scope]);
  return null;
}
