import { ErrorCode, meetingLimits } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../activity/refusal.ts";
import { coded } from "../graphql/errors.ts";
import { sendErrors } from "../graphql/graphqlRoute.ts";
import type { Transport } from "../graphql/transport.ts";
import { calendarOf } from "./calendar.ts";
import { askQuestion, byCode, type GuestView, memberOfFeed } from "./guest.ts";
import { WrongTries } from "./wrongTries.ts";

const fieldOf = ({ body }: FastifyRequest, name: string): string => {
  const value: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === "string" ? value : "";
};

/** For people without account: the open point of a meeting by its code, one question, and calendars by their secret address. Nothing here signs anybody in. */
export function guestRoutes(app: FastifyInstance, transport: Transport): void {
  const { services, access, rates } = transport;
  const tries = new WrongTries(services.clock, meetingLimits.wrongCodes);
  const refuse = (reply: FastifyReply, code: ErrorCode, status: number) => sendErrors(reply, transport, [coded(code, undefined, status)], status);

  /** The meeting of a code; answers by itself when there is none or the address tried too often. */
  async function admit(request: FastifyRequest, reply: FastifyReply): Promise<GuestView | null> {
    if (!access.allows(request.headers.origin)) void refuse(reply, ErrorCode.FORBIDDEN, 403);
    else if (!tries.mayTry(request.ip) || !rates.anonymous.take(request.ip)) void refuse(reply, ErrorCode.RATE_LIMITED, 429);
    else {
      const found = await byCode(services.database, fieldOf(request, "code"));
      if (found) return found;
      tries.failed(request.ip);
      void refuse(reply, ErrorCode.NOT_FOUND, 404);
    }
    return null;
  }

  app.post("/guest/meeting", async (request, reply) => {
    const view = await admit(request, reply);
    return view ? reply.send({ point: view.point }) : reply;
  });

  app.post("/guest/question", async (request, reply) => {
    const view = await admit(request, reply);
    if (!view) return reply;
    const ticket = fieldOf(request, "ticket");
    if (ticket.length < 16 || ticket.length > 64) return refuse(reply, ErrorCode.BAD_USER_INPUT, 400);
    try {
      const taken = await askQuestion({ ...services, wake: (coalitionId) => services.engine.wake(coalitionId) }, view, ticket, fieldOf(request, "text"));
      return taken ? reply.send({ taken }) : refuse(reply, ErrorCode.LIMIT, 409);
    } catch (error) {
      if (error instanceof Refusal) return refuse(reply, ErrorCode.BAD_USER_INPUT, 400);
      throw error;
    }
  });

  app.get<{ Params: { file: string } }>("/calendar/:file", async ({ params, ip }, reply) => {
    if (!rates.anonymous.take(ip)) return refuse(reply, ErrorCode.RATE_LIMITED, 429);
    const token = /^([\w-]{43})\.ics$/.exec(params.file)?.[1];
    const member = token === undefined ? null : await memberOfFeed(services.database, token);
    const calendar = member && (await calendarOf(services.database, services.clock.now(), member, access.publicUrl));
    if (!calendar) return refuse(reply, ErrorCode.NOT_FOUND, 404);
    return reply.type("text/calendar; charset=utf-8").header("Content-Disposition", 'attachment; filename="wijkbord.ics"').send(calendar);
  });
}
