import type { Page } from "playwright-core";

/** One picture: who looks at which address, and what is done first. */
export interface Screen {
  readonly name: string;
  readonly path: string;
  /** Key of a demo person; null: nobody signed in. */
  readonly person: string | null;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Every screen of the web app. A new screen gets one line here. */
export const screens: readonly Screen[] = [
  { name: "start", path: "/", person: null },
  { name: "begin", path: "/begin", person: null },
  { name: "invitation-gone", path: "/uitnodiging#onbekend", person: null },
  { name: "start-signed-in", path: "/", person: "fenna" },
  { name: "deep-link-without-session", path: "/zuidwest/taken/ZW-117", person: null },
  { name: "not-here", path: "/zuidwest/bord/nergens", person: "fenna" },
  { name: "board", path: "/zuidwest/bord/moerwijk", person: "fenna" },
  { name: "board-other-partner", path: "/zuidwest/bord/moerwijk", person: "demi" },
  { name: "board-venlo", path: "/venlo", person: "thijs" },
  { name: "board-per-partner", path: "/zuidwest/bord/moerwijk?weergave=partner", person: "fenna" },
  { name: "board-list", path: "/zuidwest/bord/moerwijk?weergave=lijst", person: "fenna" },
  {
    name: "board-edit-in-place",
    path: "/zuidwest/bord/moerwijk",
    person: "fenna",
    async prepare(page) {
      await page.locator("[data-card]").first().focus();
      await page.keyboard.press("F2");
      await page.locator(".inline-editor").waitFor();
    },
  },
  {
    name: "board-keep-view",
    path: "/zuidwest/bord/moerwijk?weergave=lijst&klaar=te-laat",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("button", { name: "Weergaven", exact: true }).click();
      await page.getByRole("menuitem", { name: "Bewaar deze weergave…" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "board-list-chosen",
    path: "/zuidwest/bord/moerwijk?weergave=lijst",
    person: "fenna",
    async prepare(page) {
      await page.locator(".task-table tbody input").first().check();
    },
  },
  {
    name: "search",
    path: "/zuidwest/bord/moerwijk",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("button", { name: "Zoek of doe iets" }).click();
      await page.getByRole("combobox").fill("energie");
      await page.getByRole("option", { name: /ZW-/ }).first().waitFor();
    },
  },
  { name: "task", path: "/zuidwest/taken/ZW-117", person: "fenna" },
  { name: "neighbourhood", path: "/zuidwest/moerwijk", person: "fenna" },
  { name: "confirm-import", path: "/zuidwest/bevestigen/moerwijk", person: "demi" },
  { name: "import", path: "/zuidwest/importeren?bord=morgenstond", person: "fenna" },
  { name: "board-new", path: "/zuidwest/borden/nieuw", person: "fenna" },
  { name: "board-new-may-not", path: "/zuidwest/borden/nieuw", person: "demi" },
  { name: "agreements", path: "/zuidwest/afspraken", person: "rachid" },
  { name: "agreement-round", path: "/zuidwest/afspraken/PA-02", person: "rachid" },
  { name: "agreement-in-force", path: "/zuidwest/afspraken/PA-01", person: "demi" },
  { name: "agreement-beside", path: "/zuidwest/afspraken/PA-02?versie=2&vergelijk=1&weergave=naast", person: "joost" },
  { name: "agreement-elsewhere", path: "/zuidwest/afspraken/PA-07", person: "rachid" },
  { name: "agreement-new", path: "/zuidwest/afspraken/nieuw", person: "fenna" },
  { name: "agreement-write", path: "/zuidwest/afspraken/PA-06/schrijven", person: "demi" },
  { name: "meetings", path: "/zuidwest/overleg", person: "fenna" },
  {
    name: "meeting-before",
    path: "/zuidwest/overleg",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("link", { name: "Overleg Moerwijk" }).click();
      await page.getByRole("heading", { name: "Agenda" }).waitFor();
    },
  },
  {
    name: "meeting-live",
    path: "/zuidwest/overleg",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("link", { name: "Overleg Moerwijk" }).click();
      const start = page.getByRole("button", { name: "Start overleg" });
      const point = page.getByText(/Punt \d van/);
      const next = page.getByRole("button", { name: "Volgende punt" });
      await start.or(next).or(point).first().waitFor();
      if (await start.isVisible()) await start.click();
      await next.or(point).first().waitFor();
      if (!(await point.isVisible())) await next.click();
      await point.waitFor();
    },
  },
  {
    name: "meeting-screen",
    path: "/zuidwest/overleg",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("link", { name: "Overleg Moerwijk" }).click();
      const start = page.getByRole("button", { name: "Start overleg" });
      const point = page.getByText(/Punt \d van/);
      const next = page.getByRole("button", { name: "Volgende punt" });
      await start.or(next).or(point).first().waitFor();
      if (await start.isVisible()) await start.click();
      await next.or(point).first().waitFor();
      await page.goto(`${page.url().split("?")[0]}/scherm`);
      await page.getByRole("button", { name: "Code laten zien" }).click();
      await page.getByRole("img", { name: "QR-code om mee te doen" }).waitFor();
    },
  },
  { name: "today", path: "/zuidwest/vandaag", person: "demi" },
  { name: "today-all", path: "/vandaag", person: "fenna" },
  { name: "roles", path: "/zuidwest/rollen", person: "fenna" },
  { name: "division", path: "/zuidwest/rollen?weergave=taakverdeling", person: "fenna" },
  { name: "division-compare", path: "/zuidwest/rollen?weergave=taakverdeling&bord=moerwijk&vergelijk=2026-01-01", person: "fenna" },
  {
    name: "role-one",
    path: "/zuidwest/rollen",
    person: "fenna",
    async prepare(page) {
      await page.getByRole("link", { name: "Leerwerkcoördinator" }).click();
      await page.locator(".role-history li").first().waitFor();
    },
  },
  { name: "role-map", path: "/zuidwest/rollen?weergave=kaart", person: "demi" },
  { name: "people", path: "/zuidwest/rollen?weergave=personen", person: "rachid" },
  { name: "inbox", path: "/zuidwest/meldingen", person: "demi" },
  { name: "mail-page", path: "/ontwikkel/mail", person: null },
  { name: "mandates", path: "/zuidwest/afspraken/machtigingen", person: "rachid" },
  { name: "agreement-register-elsewhere", path: "/zuidwest/afspraken/vastleggen", person: "fenna" },
  { name: "paper", path: "/zuidwest/papier/moerwijk", person: "fenna" },
  { name: "guest", path: "/meedoen", person: null },
  { name: "settings-partners", path: "/zuidwest/instellingen", person: "fenna" },
  { name: "settings-plan", path: "/zuidwest/instellingen?deel=plan", person: "fenna" },
  { name: "settings-general", path: "/zuidwest/instellingen?deel=algemeen", person: "fenna" },
  { name: "graphiql", path: "/graphiql", person: "fenna" },
  { name: "board-en", path: "/en/zuidwest/bord/moerwijk", person: "fenna" },
];
