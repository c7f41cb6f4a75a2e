import type { RouteObject } from "react-router";
import { NotHerePage } from "./accounts/NotHerePage.tsx";
import { CrashPage } from "./CrashPage.tsx";
import { Root } from "./Root.tsx";

/** A page that fills the window, without the menus. */
const bare = { bare: true };

/** Pages of one language; each is loaded when it is first opened. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import("./accounts/StartPage.tsx")).StartPage }) },
  { path: "vandaag", lazy: async () => ({ Component: (await import("./attention/AllTodayPage.tsx")).AllTodayPage }) },
  { path: "meedoen", lazy: async () => ({ Component: (await import("./meetings/GuestPage.tsx")).GuestPage }) },
  {
    path: ":coalition",
    lazy: async () => ({ Component: (await import("./coalitions/CoalitionFrame.tsx")).CoalitionFrame }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import("./coalitions/FirstPage.tsx")).FirstPage }) },
      {
        lazy: async () => ({ Component: (await import("./tasks/BoardPage.tsx")).BoardPage }),
        children: [{ path: "bord/:area" }, { path: "taken/:number", lazy: async () => ({ Component: (await import("./tasks/TaskSlot.tsx")).TaskSlot }) }],
      },
      { path: "vandaag", lazy: async () => ({ Component: (await import("./attention/TodayPage.tsx")).TodayPage }) },
      { path: "rollen", lazy: async () => ({ Component: (await import("./roles/RolesPage.tsx")).RolesPage }) },
      { path: "rollen/:role", lazy: async () => ({ Component: (await import("./roles/RolePage.tsx")).RolePage }) },
      { path: "afspraken", lazy: async () => ({ Component: (await import("./agreements/RegisterPage.tsx")).RegisterPage }) },
      { path: "afspraken/nieuw", lazy: async () => ({ Component: (await import("./agreements/NewAgreementPage.tsx")).NewAgreementPage }) },
      { path: "afspraken/vastleggen", lazy: async () => ({ Component: (await import("./agreements/ElsewherePage.tsx")).ElsewherePage }) },
      { path: "afspraken/machtigingen", lazy: async () => ({ Component: (await import("./agreements/MandatesPage.tsx")).MandatesPage }) },
      { path: "afspraken/:number", lazy: async () => ({ Component: (await import("./agreements/AgreementPage.tsx")).AgreementPage }) },
      { path: "afspraken/:number/schrijven", lazy: async () => ({ Component: (await import("./agreements/WritePage.tsx")).WritePage }) },
      { path: "overleg", lazy: async () => ({ Component: (await import("./meetings/MeetingsPage.tsx")).MeetingsPage }) },
      { path: "overleg/:day", lazy: async () => ({ Component: (await import("./meetings/MeetingPage.tsx")).MeetingPage }) },
      { path: "overleg/:day/scherm", handle: bare, lazy: async () => ({ Component: (await import("./meetings/ScreenPage.tsx")).ScreenPage }) },
      { path: "instellingen", lazy: async () => ({ Component: (await import("./coalitions/settings/SettingsPage.tsx")).SettingsPage }) },
      { path: "meldingen", lazy: async () => ({ Component: (await import("./notifications/InboxPage.tsx")).InboxPage }) },
      { path: "importeren", lazy: async () => ({ Component: (await import("./imports/ImportPage.tsx")).ImportPage }) },
      { path: "papier/:area", handle: bare, lazy: async () => ({ Component: (await import("./tasks/paper/PaperPage.tsx")).PaperPage }) },
      { path: "bevestigen/:area", lazy: async () => ({ Component: (await import("./imports/ConfirmPage.tsx")).ConfirmPage }) },
      { path: ":area", lazy: async () => ({ Component: (await import("./areas/NeighbourhoodPage.tsx")).NeighbourhoodPage }) },
    ],
  },
  { path: "*", Component: NotHerePage },
];

/** Addresses: Dutch, and the same with `/en` in front. */
export const routes: RouteObject[] = [
  { path: "/en", element: <Root language="en" />, ErrorBoundary: CrashPage, HydrateFallback: () => null, children: pages },
  { path: "/", element: <Root language="nl" />, ErrorBoundary: CrashPage, HydrateFallback: () => null, children: pages },
];
