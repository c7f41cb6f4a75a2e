import { type ComponentType, lazy } from "react";
import { matchRoutes, type RouteObject } from "react-router";
import { NotHerePage } from "./accounts/NotHerePage.tsx";
import { Root } from "./Root.tsx";

/** A page that is loaded when it is first opened, or a layout of pages. */
interface Page {
  readonly path?: string;
  readonly index?: true;
  readonly Component?: ComponentType;
  readonly lazy?: () => Promise<{ readonly Component: ComponentType }>;
  readonly children?: readonly Page[];
}

/** Pages of one language. */
const pages: readonly Page[] = [
  { index: true, lazy: async () => ({ Component: (await import("./accounts/StartPage.tsx")).StartPage }) },
  { path: "vandaag", lazy: async () => ({ Component: (await import("./attention/AllTodayPage.tsx")).AllTodayPage }) },
  { path: "meedoen", lazy: async () => ({ Component: (await import("./meetings/GuestPage.tsx")).GuestPage }) },
  { path: "begin", lazy: async () => ({ Component: (await import("./coalitions/start/BeginPage.tsx")).BeginPage }) },
  { path: "uitnodiging", lazy: async () => ({ Component: (await import("./coalitions/start/InvitationPage.tsx")).InvitationPage }) },
  {
    path: ":coalition",
    lazy: async () => ({ Component: (await import("./coalitions/CoalitionFrame.tsx")).CoalitionFrame }),
    children: [
      {
        lazy: async () => ({ Component: (await import("./coalitions/Layouts.tsx")).Bare }),
        children: [
          { path: "overleg/:day/scherm", lazy: async () => ({ Component: (await import("./meetings/ScreenPage.tsx")).ScreenPage }) },
          { path: "papier/:area", lazy: async () => ({ Component: (await import("./tasks/paper/PaperPage.tsx")).PaperPage }) },
        ],
      },
      {
        lazy: async () => ({ Component: (await import("./coalitions/Layouts.tsx")).Framed }),
        children: [
          { index: true, lazy: async () => ({ Component: (await import("./coalitions/FirstPage.tsx")).FirstPage }) },
          {
            lazy: async () => ({ Component: (await import("./tasks/BoardPage.tsx")).BoardPage }),
            children: [{ path: "bord/:area" }, { path: "taken/:number", lazy: async () => ({ Component: (await import("./tasks/TaskSlot.tsx")).TaskSlot }) }],
          },
          { path: "borden/nieuw", lazy: async () => ({ Component: (await import("./tasks/newBoard/NewBoardPage.tsx")).NewBoardPage }) },
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
          { path: "instellingen", lazy: async () => ({ Component: (await import("./coalitions/settings/SettingsPage.tsx")).SettingsPage }) },
          { path: "meldingen", lazy: async () => ({ Component: (await import("./notifications/InboxPage.tsx")).InboxPage }) },
          { path: "importeren", lazy: async () => ({ Component: (await import("./imports/ImportPage.tsx")).ImportPage }) },
          { path: "bevestigen/:area", lazy: async () => ({ Component: (await import("./imports/ConfirmPage.tsx")).ConfirmPage }) },
          { path: ":area", lazy: async () => ({ Component: (await import("./areas/NeighbourhoodPage.tsx")).NeighbourhoodPage }) },
        ],
      },
    ],
  },
  // The parts of the interface, while developing.
  ...(import.meta.env.DEV ? [{ path: "ui", lazy: async () => ({ Component: (await import("./ui/gallery/GalleryPage.tsx")).GalleryPage }) }] : []),
  { path: "*", Component: NotHerePage },
];

const loaders = new Map<RouteObject, () => Promise<unknown>>();

function routeOf({ lazy: load, Component, children, index, path }: Page): RouteObject {
  const Shown = load ? lazy(async () => ({ default: (await load()).Component })) : Component;
  const element = Shown && <Shown />;
  const route: RouteObject = index ? { index, element } : { path, element, children: children?.map(routeOf) };
  if (load) loaders.set(route, load);
  return route;
}

/** Addresses: Dutch, and the same with `/en` in front. */
export const routes: RouteObject[] = [
  { path: "/en", element: <Root language="en" />, children: pages.map(routeOf) },
  { path: "/", element: <Root language="nl" />, children: pages.map(routeOf) },
];

/** Loads all parts of a page at once, instead of each when the part around it stands. */
export function preload(pathname: string): void {
  for (const { route } of matchRoutes(routes, pathname) ?? [])
    void loaders
      .get(route)?.()
      .catch(() => undefined);
}
