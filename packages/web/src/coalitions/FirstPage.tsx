import { Navigate } from "../shared/router.tsx";
import { usePath } from "../language/language.ts";
import { useCoalition } from "./coalition.ts";

/** A coalition opens on what waits on the person. */
export function FirstPage() {
  const path = usePath();
  const { slug } = useCoalition();
  return <Navigate to={path(`/${slug}/vandaag`)} />;
}
