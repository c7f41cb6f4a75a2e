import { type ComponentType, lazy } from "react";
import { parse } from "regexparam";
import { NotHerePage } from "./accounts/NotHerePage.tsx";
import type { Language } from "./language/language.ts";
import { Root } from "./Root.tsx";
import { match, type Route } from "./shared/router.tsx";

/** A page that is loaded when it is first opened, or a layout of pages. */
interface Page {
  readonly path?: string;
  readonly Component?: ComponentType;
  readonly lazy?: () => Promise<{ readonly Component: ComponentType }>;
  readonly children?: readonly Page[];
}

/** Pages of one language; the first that fits an address is shown. */
const pages: readonly Page[] = [
  { lazy: async () => ({ Component: (await import("./accounts/StartPage.tsx")).StartPage }) },
  { path: "vandaag", lazy: async () => ({ Component: (await import("./attention/AllTodayPage.tsx")).AllTodayPage }) },
  { path: "meedoen", lazy: async () => ({ Component: (await import("./meetings/GuestPage.tsx")).GuestPage }) },
  { path: "begin", lazy: async () => ({ Component: (await import("./coalitions/start/BeginPage.tsx")).BeginPage }) },
  { path: "uitnodiging", lazy: async () => ({ Component: (await import("./coalitions/start/InvitationPage.tsx")).InvitationPage }) },
  // The parts of the interface, while developing.
  ...(import.meta.env.DEV ? [{ path: "ui", lazy: async () => ({ Component: (await import("./ui/gallery/GalleryPage.tsx")).GalleryPage }) }] : []),
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
          { lazy: async () => ({ Component: (await import("./coalitions/FirstPage.tsx")).FirstPage }) },
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
  { path: "*", Component: NotHerePage },
];

/** A route, and what must be loaded for it. */
interface Known extends Route {
  readonly loads: readonly (() => Promise<unknown>)[];
}

type Around = Pick<Known, "layers" | "loads"> & { readonly address: string };

/** The addresses below a page, with the layers around it. */
function placesOf({ path, lazy: load, Component, children }: Page, around: Around): Around[] {
  const Shown = load ? lazy(async () => ({ default: (await load()).Component })) : Component;
  const address = path === undefined ? around.address : `${around.address}/${path}`;
  const layers = Shown ? [...around.layers, <Shown key={address} />] : around.layers;
  const loads = load ? [...around.loads, load] : around.loads;
  return children ? children.flatMap((child) => placesOf(child, { address, layers, loads })) : [{ address, layers, loads }];
}

const places = pages.flatMap((page) => placesOf(page, { address: "", layers: [], loads: [] }));

/** The layers are those of every language, so what is open or typed stays when the language changes. */
const inLanguage = (language: Language, start: string): Known[] =>
  places.map(({ address, layers, loads }) => ({
    ...parse(`${start}${address}`),
    layers: [<Root key="root" language={language} />, ...layers],
    loads,
  }));

/** Addresses: Dutch, and the same with `/en` in front. The first that fits counts. */
export const routes: readonly Known[] = [...inLanguage("en", "/en"), ...inLanguage("nl", "")];

/** Loads all parts of a page at once, instead of each when the part around it stands. */
export function preload(pathname: string): void {
  for (const load of match(routes, pathname)?.route.loads ?? []) void load().catch(() => undefined);
}
