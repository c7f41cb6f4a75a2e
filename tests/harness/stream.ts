import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

/** Everything that one subscription sends, as text, until it is closed. */
export interface Stream extends AsyncDisposable {
  readonly texts: readonly string[];
  /** Resolves when the stream covers this number. */
  reached(sequence: number): Promise<void>;
}

const fields = `{ fromSequence toSequence headSequence reset events { id sequence type occurredAt actor { membershipId displayName } target { type id } taskId boardIds version
  changes { field before after } clientMutationId undoes
  subject { __typename ... on Board { id title } ... on Task { id number title description blockedReason checklistTotal checklistDone commentCount labels { name }
    checklist { text } comments { text } links { title url } assignments { note reason } history { type changes { field before after } } } } } }`;

/** Opens `boardEvents` or `coalitionEvents` with everything that can be asked of it. */
export function openStream(url: string, token: string, field: "boardEvents" | "coalitionEvents", id: string, after: number): Stream {
  const socket = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const argument = field === "boardEvents" ? "boardId" : "coalitionId";
  const query = `subscription S($id: ID!, $after: Sequence) { batch: ${field}(${argument}: $id, after: $after) ${fields} }`;
  const texts: string[] = [];
  const waiting = new Map<() => void, number>();
  let last = after;
  let failure: unknown = null;
  const look = () => {
    for (const [resolve, sequence] of waiting) if (last >= sequence || failure !== null) resolve();
  };
  socket.subscribe<{ batch: { toSequence: number } }>(
    { query, variables: { id, after } },
    {
      next(answer) {
        texts.push(JSON.stringify(answer));
        if (answer.errors) failure = answer.errors;
        last = answer.data?.batch.toSequence ?? last;
        look();
      },
      error(error) {
        failure = error;
        look();
      },
      complete: look,
    },
  );
  return {
    texts,
    async reached(sequence) {
      await new Promise<void>((resolve) => {
        waiting.set(resolve, sequence);
        look();
      });
      if (failure !== null) throw new Error(`The stream failed: ${JSON.stringify(failure)}`);
    },
    async [Symbol.asyncDispose]() {
      await socket.dispose();
    },
  };
}
