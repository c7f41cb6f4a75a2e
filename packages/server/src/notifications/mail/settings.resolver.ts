import { deliveries } from "@wijkbord/schema";
import {
  MailPreview,
  NotificationSetting,
  NotificationSettings,
  type Problem,
  SetDeliveryInput,
  SetDeliveryPayload,
  SetDeliveryResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Refusal } from "../../activity/refusal.ts";
import type { PersonPrincipal } from "../../accounts/principal.ts";
import { type HubContext, unauthenticated } from "../../graphql/context.ts";
import { wordsOf } from "./compose.ts";
import { deliveriesOf, setDelivery } from "./deliveries.ts";
import { letterOf } from "./letterOf.ts";
import { MailKind } from "./mail.tables.ts";
import { isAddress } from "./sender.ts";

function person({ principal }: HubContext): PersonPrincipal {
  if (principal.kind === "ANONYMOUS") throw unauthenticated();
  return principal;
}

async function addressOf({ services }: HubContext, userId: string): Promise<{ email: string; locale: string } | null> {
  const [user] = await services.database.read().execute<{ email: string; locale: string }[]>("select email, locale from user_account where id = ?", [userId]);
  return user ?? null;
}

async function settingsOf(context: HubContext, userId: string): Promise<NotificationSettings> {
  const { services } = context;
  const chosen = await deliveriesOf(services.database.read(), userId);
  const kinds = [...chosen].map(([kind, delivery]) => Object.assign(new NotificationSetting(), { kind, delivery, choices: [...deliveries[kind]] }));
  const email = (await addressOf(context, userId))?.email ?? "";
  return Object.assign(new NotificationSettings(), { kinds, sendsMail: services.mailing.smtpUrl !== null, address: isAddress(email) ? email : null });
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
    const user = await addressOf(context, userId);
    if (!mail || !user) return null;
    const morning = { id: mail.id, userId, kind: MailKind.MORNING, about: "" };
    const letter = await letterOf(em, morning, user.locale, services.clock.now());
    if (!letter) return null;
    const { subject, text } = wordsOf(morning, letter, { publicUrl, stopUrl: `${publicUrl}/mail/stop/…` });
    return Object.assign(new MailPreview(), { dueAt: new Date(mail.due_at), subject, text });
  }

  @Mutation(() => SetDeliveryResult, {
    description: "Keeps how the signed-in person hears of a kind of thing. Not in the log. ValidationProblem NOT_FOR_THIS_KIND.",
  })
  async setDelivery(
    @Arg("input", () => SetDeliveryInput) { kind, delivery }: SetDeliveryInput,
    @Ctx() context: HubContext,
  ): Promise<SetDeliveryPayload | Problem> {
    const { userId } = person(context);
    try {
      await context.services.database.transaction((em) => setDelivery(em, userId, kind, delivery));
      return Object.assign(new SetDeliveryPayload(), { settings: await settingsOf(context, userId) });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
