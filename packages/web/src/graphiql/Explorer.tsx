import type { OwnIds } from "@wijkbord/schema/examples";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useEffect, useMemo, useState } from "react";
import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { chosenTheme } from "../ui/theme.ts";
import { examplesPlugins } from "./ExamplesPanel.tsx";
import { hubFetcher, hubSocket } from "./fetcher.ts";
import { Header } from "./Header.tsx";
import { IdsContext } from "./ids.ts";
import { firstTaskOf, type Hat, type Person } from "./person.ts";
import { storageOf } from "./storage.ts";
import { TableButton } from "./TableButton.tsx";
import { graphiqlWords } from "./words.ts";

/** The task that examples about one task start with; null until it is known. */
function useFirstTask(hat: Hat, areaCode: string): string | null {
  const [found, setFound] = useState<{ hat: Hat; areaCode: string; taskId: string | null } | null>(null);
  useEffect(() => {
    let isStale = false;
    void firstTaskOf(hat, areaCode).then((taskId) => {
      if (!isStale) setFound({ hat, areaCode, taskId });
    });
    return () => {
      isStale = true;
    };
  }, [hat, areaCode]);
  return found?.hat === hat && found.areaCode === areaCode ? found.taskId : null;
}

/** A fetcher for one membership; its socket closes with it. */
function useFetcher(membershipId: string) {
  const words = useWords(graphiqlWords);
  const socket = useMemo(() => hubSocket(membershipId), [membershipId]);
  useEffect(() => () => void socket.dispose(), [socket]);
  return useMemo(() => hubFetcher(membershipId, socket, (code) => words("closed", { code })), [membershipId, socket, words]);
}

/** GraphiQL of one signed-in person. */
export function Explorer({ person, first }: { readonly person: Person; readonly first: Hat }) {
  const [membershipId, setMembershipId] = useState(first.id);
  const [chosenArea, setArea] = useState<string | null>(null);
  const hat = person.memberships.find((one) => one.id === membershipId) ?? first;
  const board = hat.coalition.boards.find(({ areaCode }) => areaCode === chosenArea) ?? hat.coalition.boards[0];
  const areaCode = board?.areaCode ?? "";
  const taskId = useFirstTask(hat, areaCode);
  const fetcher = useFetcher(hat.id);
  const language = useLanguage();
  const plugins = useMemo(() => [examplesPlugins[language], HISTORY_PLUGIN], [language]);
  const storage = useMemo(() => storageOf(person.id), [person.id]);
  const ids = useMemo<OwnIds>(
    () => ({ coalitionId: hat.coalition.id, organisationId: hat.organisation.id, boardId: board?.id ?? "", areaCode, taskId }),
    [hat, board, areaCode, taskId],
  );
  return (
    <IdsContext value={ids}>
      <Header person={person} hat={hat} areaCode={areaCode} onHat={setMembershipId} onArea={setArea} />
      <main className="explorer">
        <GraphiQL
          fetcher={fetcher}
          storage={storage}
          plugins={plugins}
          visiblePlugin={plugins[0]?.title}
          forcedTheme={chosenTheme()}
          defaultEditorToolsVisibility="variables"
          defaultQuery=""
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <GraphiQL.Footer>
            <TableButton />
          </GraphiQL.Footer>
        </GraphiQL>
      </main>
    </IdsContext>
  );
}
