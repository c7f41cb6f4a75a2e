import { ErrorCode } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { mailPerson } from "../../accounts/mailAddress.ts";
import { coded } from "../../graphql/errors.ts";
import { sendErrors } from "../../graphql/graphqlRoute.ts";
import type { Transport } from "../../graphql/transport.ts";
import type { Language } from "./letter.ts";
import { buttonTo, plainPage } from "./plainPage.ts";

type WithToken = FastifyRequest<{ Params: { token: string } }>;

const words = {
  nl: {
    title: "Mail van Wijkbord",
    on: "Je krijgt deze mail nu.",
    off: "Je krijgt deze mail niet meer. In Wijkbord zie je alles nog bij Meldingen.",
    stop: "Geen mail meer hierover",
    start: "Toch weer mailen",
  },
  en: {
    title: "Mail of Wijkbord",
    on: "You get this mail now.",
    off: "You no longer get this mail. In Wijkbord you still see everything at Notifications.",
    stop: "No more mail about this",
    start: "Mail me again",
  },
};

/** The page behind a stop link. It shows no name and no address, and looking at it changes nothing. */
function pageOf(isOn: boolean, token: string, language: Language): string {
  const say = words[language];
  const path = `/mail/${isOn ? "stop" : "start"}/${encodeURIComponent(token)}`;
  return plainPage(say.title, `<p>${isOn ? say.on : say.off}</p>${buttonTo(path, isOn ? say.stop : say.start)}`, language);
}

/** Stopping a kind of mail by the link in it, without signing in, also by the button of a mail program (RFC 8058). */
export async function stopRoutes(app: FastifyInstance, transport: Transport): Promise<void> {
  const { services, rates } = transport;
  const refuse = (reply: FastifyReply, code: ErrorCode, status: number) => sendErrors(reply, transport, [coded(code, undefined, status)], status);

  const answer = (change: boolean | null) => async (request: WithToken, reply: FastifyReply) => {
    if (!rates.anonymous.take(request.ip)) return refuse(reply, ErrorCode.RATE_LIMITED, 429);
    const { token } = request.params;
    const { stopLinks } = services.mailing;
    const link = await stopLinks.read(token);
    if (!link) return refuse(reply, ErrorCode.NOT_FOUND, 404);
    if (change !== null) await stopLinks.turn(link, change);
    const person = await mailPerson(services.database.read(), link.userId);
    return reply.type("text/html; charset=utf-8").send(pageOf(await stopLinks.isOn(link), token, person?.locale ?? "nl"));
  };

  await app.register(async (forms) => {
    forms.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, _body, done) => done(null, null));
    forms.get("/mail/stop/:token", answer(null));
    forms.post("/mail/stop/:token", answer(false));
    forms.post("/mail/start/:token", answer(true));
  });
}
