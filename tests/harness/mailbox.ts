import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as its reader gets it. */
export interface Received {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly references: readonly string[];
  /** Path of the link that stops this kind of mail. */
  readonly stopPath: string;
  /** The file for calendars; empty without one. */
  readonly calendar: string;
}

const listOf = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat());

function received(to: string, mail: ParsedMail): Received {
  const stop = mail.headerLines.find(({ key }) => key === "list-unsubscribe")?.line.replaceAll(/\r?\n\s+/g, " ") ?? "";
  return {
    to,
    subject: mail.subject ?? "",
    text: mail.text ?? "",
    messageId: mail.messageId ?? "",
    references: listOf(mail.references),
    stopPath: /<https?:\/\/[^/]+(\/[^>]+)>/.exec(stop)?.[1] ?? "",
    calendar: mail.attachments.find(({ contentType }) => contentType.includes("calendar"))?.content.toString("utf8") ?? "",
  };
}

/** A mail server that keeps what it gets, knows no `niemand@`, and can be made to refuse everything. */
export class Mailbox implements AsyncDisposable {
  readonly mails: Received[] = [];
  refuses = false;
  private readonly looking: (() => void)[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onConnect: (_session, done) => (this.refuses ? done(new Error("closed")) : done()),
    onRcptTo: ({ address }, _session, done) => done(address.startsWith("niemand@") ? Object.assign(new Error("unknown"), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope }, done) => {
      simpleParser(stream, (error, mail) => {
        if (!error) for (const { address } of envelope.rcptTo) this.mails.push(received(address, mail));
        for (const look of this.looking.splice(0)) look();
        done(error);
      });
    },
  });

  static async open(): Promise<Mailbox> {
    const box = new Mailbox();
    await new Promise<void>((resolve) => box.server.listen(0, "127.0.0.1", () => resolve()));
    return box;
  }

  get url(): string {
    const address = this.server.server.address();
    if (typeof address !== "object" || !address) throw new Error("The mail server has no port.");
    return `smtp://127.0.0.1:${address.port}`;
  }

  /** What somebody got since this was last asked. */
  take(person: string): Received[] {
    const own = this.mails.filter(({ to }) => to.startsWith(person));
    this.mails.length = 0;
    return own;
  }

  /** The next mail to somebody, as soon as it is there. */
  async next(person: string): Promise<Received> {
    for (;;) {
      const index = this.mails.findIndex(({ to }) => to.startsWith(person));
      const [mail] = index < 0 ? [] : this.mails.splice(index, 1);
      if (mail) return mail;
      await new Promise<void>((resolve) => this.looking.push(resolve));
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }
}
