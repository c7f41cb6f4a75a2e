import { ErrorCode, errorSentences } from "@wijkbord/schema";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Transport } from "../../graphql/transport.ts";
import { type AddressLink, LinkState, readLink, confirmLink } from "./addressLinks.ts";
import { addressWords } from "./addressWords.ts";
import { escaped } from "./message.ts";
import { buttonTo, plainPage } from "./plainPage.ts";

type WithToken = FastifyRequest<{ Params: { token: string } }>;

const statuses: Readonly<Record<LinkState, number>> = {
  [LinkState.OPEN]: 200,
  [LinkState.CONFIRMED]: 200,
  [LinkState.USED]: 410,
  [LinkState.EXPIRED]: 410,
  [LinkState.TAKEN]: 409,
};

/** The page behind the link in a mail to an address. It shows no name and no address, and looking at it changes nothing. */
function pageOf({ state, locale }: AddressLink, token: string): string {
  const say = addressWords[locale];
  const button = state === LinkState.OPEN ? buttonTo(`/mail/adres/${token}`, say.button) : "";
  return plainPage(say.title, `<p>${escaped(say.pages[state])}</p>${button}`, locale);
}

/** In both languages: nobody knows who reads it. */
const refusalPage = (code: ErrorCode): string =>
  plainPage("Wijkbord", `<p>${escaped(errorSentences[code].nl)}</p><p lang="en">${escaped(errorSentences[code].en)}</p>`, "nl");

/** Confirming a mail address by the link in the mail to it, without signing in and without being signed in by it. */
export async function addressRoutes(app: FastifyInstance, { services, rates }: Transport): Promise<void> {
  const answer = (act: typeof readLink) => async (request: WithToken, reply: FastifyReply) => {
    const page = reply.type("text/html; charset=utf-8");
    if (!rates.anonymous.take(request.ip)) return page.code(429).send(refusalPage(ErrorCode.RATE_LIMITED));
    const { token } = request.params;
    const link = await act(services, token);
    if (!link) return page.code(404).send(refusalPage(ErrorCode.NOT_FOUND));
    return page.code(statuses[link.state]).send(pageOf(link, token));
  };

  await app.register(async (forms) => {
    forms.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, _body, done) => done(null, null));
    forms.get("/mail/adres/:token", answer(readLink));
    forms.post("/mail/adres/:token", answer(confirmLink));
  });
}
