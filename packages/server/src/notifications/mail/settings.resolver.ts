import { deliveries, ErrorCode, MailLanguage } from "@wijkbord/schema";
import {
  SetMailAddressInput,
  SetMailAddressPayload,
  SetMailAddressResult,
  MailPreview,
  NotificationSetting,
  NotificationSettings,
  type Problem,
  DropMailAddressInput,
  DropMailAddressPayload,
  DropMailAddressResult,
  SetDeliveryInput,
  SetDeliveryPayload,
  SetDeliveryResult,
  SetMailLanguageInput,
  SetMailLanguagePayload,
  SetMailLanguageResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { addressIn, mailPerson } from "../../accounts/mailAddress.ts";
import { Refusal } from "../../activity/refusal.ts";
import type { PersonPrincipal } from "../../accounts/principal.ts";
import { type HubContext, unauthenticated } from "../../graphql/context.ts";
import { coded } from "../../graphql/errors.ts";
import { wordsOf } from "./compose.ts";
import { deliveriesOf, setDelivery } from "./deliveries.ts";
import { letterOf } from "./letterOf.ts";
import { MailKind } from "./mail.tables.ts";
import { mailPagePath } from "./mailPage.ts";

function person({ principal }: HubContext): PersonPrincipal {
  if (principal.kind === "ANONYMOUS") throw unauthenticated();
  return principal;
}

async function settingsOf({ services }: HubContext, userId: string): Promise<NotificationSettings> {
  const { mailing, database } = services;
  const chosen = await deliveriesOf(database.read(), userId);
  const kinds = [...chosen].map(([kind, delivery]) => Object.assign(new NotificationSetting(), { kind, delivery, choices: [...deliveries[kind]] }));
  const self = await mailPerson(database.read(), userId);
  return Object.assign(new NotificationSettings(), {
    kinds,
    sendsMail: mailing.smtpUrl !== null,
    address: self?.address ?? null,
    waitingAddress: await mailing.addresses.waitingOf(userId),
    mayGiveAddress: self?.isDemo === false,
    language: self?.locale === "en" ? MailLanguage.EN : MailLanguage.NL,
    mailPage: mailing.kept && mailPagePath,
  });
}
const tooFast = () => coded(ErrorCode.RATE_LIMITED, undefined, 429);

/** The settings after a change of one's own, or why it was refused. */
async function settled<Payload extends { settings: NotificationSettings }>(
  context: HubContext,
  payload: Payload,
  change: (userId: string) => Promise<void>,
): Promise<Payload | Problem> {
  const { userId } = person(context);
  try {
    await change(userId);
    return Object.assign(payload, { settings: await settingsOf(context, userId) });
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
}

@Resolver()
export class NotificationSettingsResolver {
  @Query(() => NotificationSettings, { description: "How the signed-in person hears of things: per kind, in every coalition." })
  notificationSettings(@Ctx() context: HubContext): Promise<NotificationSettings> {
    return settingsOf(context, person(context).userId);
  }

  @Query(() => MailPreview, {
    nullable: true,
    description: "The next morning mail of the signed-in person, as it would be now; null when there is nothing to tell.",
  })
  async mailPreview(@Ctx() context: HubContext): Promise<MailPreview | null> {
    const { userId } = person(context);
    const { services } = context;
    const publicUrl = services.mailing.publicUrl();
    const em = services.database.read();
    const [mail] = await em.execute<{ id: string; due_at: Date | string }[]>(
      "select id, due_at from mail where user_id = ? and kind = ? and started_at is null",
      [userId, MailKind.MORNING],
    );
    const self = await mailPerson(em, userId);
    if (!mail || !self) return null;
    const morning = { id: mail.id, userId, kind: MailKind.MORNING, about: "" };
    const letter = await letterOf(em, morning, self.locale, services.clock.now());
    if (!letter) return null;
    const { subject, text } = wordsOf(morning, letter, { publicUrl, stopUrl: `${publicUrl}/mail/stop/…` });
    return Object.assign(new MailPreview(), { dueAt: new Date(mail.due_at), subject, text });
  }

  @Mutation(() => SetDeliveryResult, {
    description: "Keeps how the signed-in person hears of a kind of thing. Not in the log. ValidationProblem NOT_FOR_THIS_KIND.",
  })
  setDelivery(@Arg("input", () => SetDeliveryInput) { kind, delivery }: SetDeliveryInput, @Ctx() context: HubContext): Promise<SetDeliveryPayload | Problem> {
    return settled(context, new SetDeliveryPayload(), (userId) => context.services.database.transaction((em) => setDelivery(em, userId, kind, delivery)));
  }

  @Mutation(() => SetMailAddressResult, {
    description:
      "Sends a link to an address that the signed-in person gives; it gets mail once the link was used. Asked again, it sends a new link. Not in the log. ValidationProblem NOT_AN_EMAIL, OWN_ADDRESS; NotAllowed NO_MAIL, DEMO_ADDRESS; RATE_LIMITED.",
  })
  setMailAddress(@Arg("input", () => SetMailAddressInput) input: SetMailAddressInput, @Ctx() context: HubContext): Promise<SetMailAddressPayload | Problem> {
    return settled(context, new SetMailAddressPayload(), async (userId) => {
      const { addresses } = context.services.mailing;
      const email = addressIn("email", input.email);
      if (!addresses.mayAsk(userId, context.address, email)) throw tooFast();
      await addresses.give(userId, email, input);
    });
  }

  @Mutation(() => DropMailAddressResult, {
    description: "Takes away an address of the signed-in person, or the one that waits. Not in the log. NotAllowed DEMO_ADDRESS.",
  })
  dropMailAddress(
    @Arg("input", () => DropMailAddressInput) { waiting }: DropMailAddressInput,
    @Ctx() context: HubContext,
  ): Promise<DropMailAddressPayload | Problem> {
    return settled(context, new DropMailAddressPayload(), (userId) => context.services.mailing.addresses.remove(userId, waiting));
  }

  @Mutation(() => SetMailLanguageResult, { description: "Keeps the language of mails to the signed-in person. Not in the log." })
  setMailLanguage(
    @Arg("input", () => SetMailLanguageInput) { language }: SetMailLanguageInput,
    @Ctx() context: HubContext,
  ): Promise<SetMailLanguagePayload | Problem> {
    return settled(context, new SetMailLanguagePayload(), (userId) => context.services.mailing.addresses.speak(userId, language));
  }
}
