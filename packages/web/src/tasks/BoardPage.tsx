import { Outlet } from "react-router";
import { usePageTitle } from "../accounts/usePageTitle.ts";
import { useOpenArea } from "../coalitions/useOpenArea.ts";

/** The board of a neighbourhood, with a task beside it when its address is open. */
export function BoardPage() {
  const area = useOpenArea();
  const heading = usePageTitle(area?.title ?? null);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {area?.title}
      </h1>
      <Outlet />
    </>
  );
}
