import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { Client } from "./client.ts";

/** Token of a new session of a demo person. */
export async function tokenOf(url: string, key: string): Promise<string> {
  const signIn = `mutation SignIn($key: String!) { signInAsDemoPerson(key: $key) { token } }`;
  return (await new Client(url, null).run<{ signInAsDemoPerson: { token: string } }>(signIn, { key })).signInAsDemoPerson.token;
}

/** Answers of one subscription, until there are enough. */
export async function collect<Data>(
  url: string,
  token: string,
  request: { query: string; variables: Record<string, unknown> },
  enough: (answers: Data[]) => boolean,
): Promise<Data[]> {
  const socket = createClient({
    url: `${url.replace("http", "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const answers: Data[] = [];
  try {
    for await (const { data, errors } of socket.iterate<Data>(request)) {
      if (errors) throw new Error(errors.map(({ message }) => message).join("; "));
      if (data) answers.push(data);
      if (enough(answers)) break;
    }
  } finally {
    await socket.dispose();
  }
  return answers;
}
