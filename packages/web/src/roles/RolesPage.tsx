import { useSearchParams } from "../shared/router.tsx";
import { DivisionView } from "./DivisionView.tsx";
import { MapView } from "./MapView.tsx";
import { PeopleView } from "./PeopleView.tsx";
import "./Roles.css";
import { RolesView } from "./RolesView.tsx";

/** Roles as cards or as a map, the division of tasks, or what each person of the own organisation does. */
export function RolesPage() {
  const [params] = useSearchParams();
  switch (params.get("weergave")) {
    case "taakverdeling":
      return <DivisionView />;
    case "kaart":
      return <MapView />;
    case "personen":
      return <PeopleView />;
    default:
      return <RolesView />;
  }
}
