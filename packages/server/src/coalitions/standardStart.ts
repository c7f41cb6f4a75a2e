import { agreementTemplates, roleTemplates, standardTasks, templateText } from "@wijkbord/schema";
import type { Change } from "../activity/change.ts";
import { draftAgreement } from "../agreements/draft.ts";
import { adoptRoleTemplates } from "../roles/roles.ts";
import { ThemeTable } from "../tasks/board.tables.ts";
import { createTask } from "../tasks/createTask.ts";

/** "Standaard wijkaanpak": the usual roles, the usual agreements as drafts, and tasks as proposals. */
export async function beginStandard(change: Change, boardId: string, signatoryIds: string[], locale: "nl" | "en"): Promise<void> {
  const { em, coalition } = change;
  await adoptRoleTemplates(change, { coalitionId: coalition.id, keys: roleTemplates.map(({ key }) => key), locale });
  await em.flush();
  for (const { category, ...texts } of agreementTemplates) {
    const { title, summary } = texts[locale];
    await draftAgreement(change, { coalitionId: coalition.id, title, category, summary, text: templateText(texts[locale]), signatoryIds });
    await em.flush();
  }
  const themes = await em.find(ThemeTable, { coalitionId: coalition.id });
  for (const { theme, ...titles } of standardTasks) {
    await createTask(change, { boardId, title: titles[locale], themeId: themes.find(({ key }) => key === theme)?.id ?? null });
    await em.flush();
  }
}
