import type { IncomingHttpHeaders } from "node:http";
import fastifyCookie from "@fastify/cookie";
import { type Config, isLoopback } from "../config.ts";

/** Where the hub is reached: origins that may use cookies, and the cookie of a session. */
export class Access {
  private port: number;

  constructor(private readonly config: Config) {
    this.port = config.port;
  }

  /** The port that the hub really got. */
  listening(port: number): void {
    this.port = port;
  }

  /** The address people use. */
  get publicUrl(): string {
    return this.config.publicUrl ?? `http://localhost:${this.port}`;
  }

  /** Outside this machine the cookie goes over https only. */
  get secure(): boolean {
    return this.publicUrl.startsWith("https:");
  }

  get cookieName(): string {
    return this.secure ? "__Host-wijkbord-session" : "wijkbord-session";
  }

  /** Whether pages of this origin may talk to the hub; a program that names none may, without cookie. */
  allows(origin: string | undefined): boolean {
    if (origin === undefined || origin === this.publicUrl) return true;
    const local = ["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${this.port}`);
    return isLoopback(this.config.host) && local.includes(origin);
  }

  /** The token a request may use: its bearer, or the cookie when the page that sends it is one of the hub. */
  tokenOf(headers: IncomingHttpHeaders): string | undefined {
    const bearer = bearerOf(headers.authorization);
    if (bearer !== undefined) return bearer;
    const { origin } = headers;
    const ownPage = origin === undefined ? headers["sec-fetch-site"] === "same-origin" : this.allows(origin);
    return ownPage ? fastifyCookie.parse(headers.cookie ?? "")[this.cookieName] : undefined;
  }
}

/** The token of `Authorization: Bearer …`. */
export const bearerOf = (value: string | undefined): string | undefined => /^Bearer (\S+)$/i.exec(value ?? "")?.[1];

/** The membership that a request names to act for. */
export function membershipOf(headers: IncomingHttpHeaders): string | undefined {
  const named = headers["x-wijkbord-membership"];
  return typeof named === "string" && named !== "" ? named : undefined;
}
