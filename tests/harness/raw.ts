/** An answer over HTTP as a program sees it. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly codes: string[];
  readonly extensions: Record<string, unknown>;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
}

function read(text: string): { data?: Record<string, unknown>; errors?: { extensions: { code: string } }[]; extensions?: Record<string, unknown> } {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Sends one request as it is given; a body that is no text goes as JSON. */
export async function raw(address: string, { body, headers = {}, method = body === undefined ? "GET" : "POST" }: Sent = {}): Promise<RawAnswer> {
  const text = typeof body === "string" || body === undefined ? body : JSON.stringify(body);
  const response = await fetch(address, {
    method,
    headers: body === undefined ? headers : { "content-type": "application/json", ...headers },
    body: text,
    redirect: "manual",
  });
  const answer = await response.text();
  const { data = null, errors = [], extensions = {} } = read(answer);
  return { status: response.status, headers: response.headers, text: answer, data, codes: errors.map((error) => error.extensions.code), extensions };
}

/** The token of a demo person. */
export async function tokenOf(url: string, key: string, ownDevice = false): Promise<string> {
  const query = "mutation S($key: String!, $ownDevice: Boolean!) { signInAsDemoPerson(key: $key, ownDevice: $ownDevice) { token } }";
  const { data } = await raw(`${url}/graphql`, { body: { query, variables: { key, ownDevice } } });
  const session = data?.["signInAsDemoPerson"];
  if (typeof session !== "object" || session === null || !("token" in session)) throw new Error(`${key} could not sign in.`);
  return String(session.token);
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
