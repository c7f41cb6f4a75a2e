import { type ComponentProps, createContext, type ReactElement, type ReactNode, use, useCallback, useDeferredValue, useMemo } from "react";
import { Redirect, Router as LinkRouter, Link as PlainLink } from "wouter";
import { addressOf, follow, navigate, PlaceContext, type To, useBrowserPlace, useLocation } from "./place.ts";

export { useLocation } from "./place.ts";

/** An expression for addresses with the page that stands there: layouts from the outside in, then the page. */
export interface Route {
  readonly pattern: RegExp;
  /** Of the parts that the expression takes from the address. */
  readonly keys: readonly string[];
  readonly layers: readonly ReactElement[];
}
type Params = Readonly<Record<string, string | undefined>>;

function decoded(text: string | undefined): string | undefined {
  try {
    return text && decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The first route that an address fits, with the named parts of the address. */
export function match<Known extends Route>(routes: readonly Known[], pathname: string): { readonly route: Known; readonly params: Params } | null {
  for (const route of routes) {
    const found = route.pattern.exec(pathname);
    if (found) return { route, params: Object.fromEntries(route.keys.map((key, index) => [key, decoded(found[index + 1])])) };
  }
  return null;
}

const ParamsContext = createContext<Params>({});
const LayersContext = createContext<readonly ReactElement[]>([]);
const DepthContext = createContext(0);

/** The place of a layout where the next layer stands. */
export function Outlet(): ReactNode {
  const layers = use(LayersContext);
  const depth = use(DepthContext);
  return <DepthContext value={depth + 1}>{layers[depth]}</DepthContext>;
}

/** Links read where the page is from here. */
const useLinks = (): [string, typeof follow] => [useLocation().pathname, follow];

/** The page at the address. The former stays until the parts of the next are loaded. */
export function Router({ routes }: { readonly routes: readonly Route[] }): ReactNode {
  const place = useDeferredValue(useBrowserPlace());
  const found = useMemo(() => match(routes, place.pathname), [routes, place.pathname]);
  return (
    <PlaceContext value={place}>
      <LinkRouter hook={useLinks}>
        <ParamsContext value={found?.params ?? {}}>
          <LayersContext value={found?.route.layers ?? []}>
            <Outlet />
          </LayersContext>
        </ParamsContext>
      </LinkRouter>
    </PlaceContext>
  );
}

/** The named parts of the address. */
export const useParams = (): Params => use(ParamsContext);

export const useNavigate = (): typeof navigate => navigate;

type Wanted = ConstructorParameters<typeof URLSearchParams>[0];
type SetSearch = (next: Wanted | ((before: URLSearchParams) => Wanted), options?: { readonly replace?: boolean | undefined }) => void;

/** What stands in the address after the question mark, and how to change it. */
export function useSearchParams(): readonly [URLSearchParams, SetSearch] {
  const { search } = useLocation();
  const set = useCallback<SetSearch>((next, options) => {
    const { pathname, search: now } = window.location;
    const wanted = new URLSearchParams(typeof next === "function" ? next(new URLSearchParams(now)) : next).toString();
    navigate(wanted ? `${pathname}?${wanted}` : pathname, options);
  }, []);
  return [useMemo(() => new URLSearchParams(search), [search]), set];
}

interface LinkProps extends Omit<ComponentProps<"a">, "href"> {
  readonly to: To;
  readonly replace?: boolean;
  /** What the next page should know besides its address. */
  readonly state?: unknown;
}

/** A link within the app. What a click does besides also happens when the page opens in another tab. */
export const Link = ({ to, onClick, ...rest }: LinkProps): ReactNode => (
  <PlainLink {...rest} {...(onClick && { onClickCapture: onClick })} to={addressOf(to)} />
);

/** A link that says whether its page, or with `end` unset a page below it, is open. */
export function NavLink({ to, end = false, ...rest }: LinkProps & { readonly to: string; readonly end?: boolean }): ReactNode {
  const here = `${useLocation().pathname.toLowerCase()}/`;
  const address = `${to.toLowerCase()}/`;
  const open = end ? here === address : here.startsWith(address);
  return <Link {...rest} to={to} aria-current={open ? "page" : undefined} />;
}

/** Goes on to another address at once. */
export const Navigate = ({ to }: { readonly to: string }): ReactNode => <Redirect to={to} replace />;
