import { use } from "react";
import { Navigate } from "react-router";
import { usePath } from "../language/language.ts";
import { boardPath, useCoalition } from "./coalition.ts";
import { NotHerePage } from "../accounts/NotHerePage.tsx";
import { OpenAreaContext } from "./useOpenArea.ts";

/** A coalition opens on the board that was open last, else on its first. */
export function FirstBoard() {
  const path = usePath();
  const coalition = useCoalition();
  const { areaCode } = use(OpenAreaContext);
  const board = coalition.boards.find((each) => each.areaCode === areaCode) ?? coalition.boards[0];
  return board ? <Navigate replace to={path(boardPath(coalition, board))} /> : <NotHerePage />;
}
