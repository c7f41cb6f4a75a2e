import { Navigate } from "react-router";
import { usePath } from "../language/language.ts";
import { useCoalition } from "./coalition.ts";

/** A coalition opens on what waits on the person. */
export function FirstPage() {
  const path = usePath();
  const { slug } = useCoalition();
  return <Navigate replace to={path(`/${slug}/vandaag`)} />;
}
