import { useSearchParams } from "react-router";
import { DivisionView } from "./DivisionView.tsx";
import "./Roles.css";
import { RolesView } from "./RolesView.tsx";

/** Roles, or the division of tasks. */
export function RolesPage() {
  const [params] = useSearchParams();
  return params.get("weergave") === "taakverdeling" ? <DivisionView /> : <RolesView />;
}
