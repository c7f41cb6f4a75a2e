import { addDays, roleLimits } from "@wijkbord/schema";
import { VacanciesDocument, type VacanciesQuery } from "@wijkbord/schema/operations";
import { useCallback, useEffect, useState } from "react";
import { type HubScope, useScope } from "../activity/scope.ts";
import { useFollow } from "../activity/useFollow.ts";
import { useToday } from "../language/now.ts";

type Vacancy = VacanciesQuery["roles"]["roles"][number];

async function readVacancies({ client, coalitionId }: HubScope, areaCode: string): Promise<VacanciesQuery["roles"]> {
  const { data } = await client.query({ query: VacanciesDocument, variables: { coalitionId, areaCode }, fetchPolicy: "no-cache" });
  if (!data) throw new Error("The hub gave no roles.");
  return data.roles;
}

/** Roles for a board that nobody holds, or nobody will hold soon; followed. */
export function useVacancies(boardId: string, areaCode: string): readonly Vacancy[] {
  const scope = useScope();
  const today = useToday();
  const [read, setRead] = useState<VacanciesQuery["roles"] | null>(null);
  const reload = useCallback(async () => {
    const roles = await readVacancies(scope, areaCode);
    setRead(roles);
    return roles.asOfSequence;
  }, [scope, areaCode]);
  useEffect(() => {
    // Without an answer the board stands as it is; the next change of a role reads again.
    readVacancies(scope, areaCode).then(setRead, () => undefined);
  }, [scope, areaCode]);
  useFollow(read?.asOfSequence, ({ type, target }) => target.type === "CoalitionRole" || /^(ROLE|SEAT)_/.test(type), reload);
  const soon = addDays(today, roleLimits.endingDays);
  return (read?.roles ?? []).filter(
    (role) => !role.isProposed && (role.boardId ?? boardId) === boardId && (role.state !== "FILLED" || (role.vacantFrom !== null && role.vacantFrom <= soon)),
  );
}
