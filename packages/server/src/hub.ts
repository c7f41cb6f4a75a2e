import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { Names } from "./accounts/names.ts";
import { SessionService } from "./accounts/session.service.ts";
import { AgreementService } from "./agreements/agreement.service.ts";
import { agreementDates } from "./agreements/dueAgreements.ts";
import { watchAgenda } from "./agreements/watchAgenda.ts";
import { DraftFeed } from "./agreements/draftFeed.ts";
import { HubKey } from "./agreements/hubKey.ts";
import { draftNews } from "./agreements/writeTogether.ts";
import { forgetReceipts } from "./activity/receipts.ts";
import { AreaImportService } from "./areas/areaImport.service.ts";
import { hubSocket } from "./cli/hubSocket.ts";
import { socketPath } from "./cli/socketPath.ts";
import { type CoalitionDeps, CoalitionService } from "./coalitions/coalition.service.ts";
import { forgetInvitations } from "./coalitions/forgetInvitations.ts";
import type { Config } from "./config.ts";
import { type Database, openDatabase } from "./database/database.ts";
import { lockDataFolder } from "./database/lock.ts";
import { DemoPartnersService } from "./demo/partners/demoPartners.service.ts";
import { seedDemo } from "./demo/seed.ts";
import { Access } from "./graphql/access.ts";
import { closeServer, httpServer } from "./graphql/http.ts";
import { hubLog } from "./graphql/log.ts";
import { hubSchema } from "./graphql/schema.ts";
import { socketServer } from "./graphql/socket.ts";
import { hubTransport } from "./graphql/transport.ts";
import { ListService } from "./imports/list/list.service.ts";
import { ImportService } from "./imports/trello/import.service.ts";
import { KeptMail } from "./notifications/mail/keptMail.ts";
import { MailAddresses } from "./notifications/mail/mailAddresses.ts";
import type { MailWays } from "./notifications/mail/mailing.ts";
import { mailSender } from "./notifications/mail/sender.ts";
import { StopLinks } from "./notifications/mail/stopLinks.ts";
import { BadgeFeed } from "./notifications/badgeFeed.ts";
import { PresenceService } from "./presence/presence.service.ts";
import { HubEngine } from "./realtime/hubEngine.ts";
import type { SessionBook } from "./realtime/rights.ts";
import { MeetingService } from "./meetings/meeting.service.ts";
import { promiseDates } from "./meetings/promises.ts";
import { roleDates } from "./roles/dueRoles.ts";
import { RoleService } from "./roles/role.service.ts";
import type { Services } from "./services.ts";
import { dueDates } from "./tasks/dueDates.ts";
import { TaskService } from "./tasks/task.service.ts";
import { type Clock, systemClock } from "./time/clock.ts";
import { type Job, repeatJobs } from "./time/jobs.ts";

const jobPause = 60_000;

export interface Hub extends AsyncDisposable {
  readonly url: string;
  /** The address people use. */
  readonly publicUrl: string;
  readonly services: Services;
  /** Sends the mail that is due. */
  readonly mail: Job;
}

export interface HubOptions {
  readonly config: Config;
  readonly clock?: Clock;
  /** Folder of the built web app. */
  readonly webRoot?: string;
  /** Keep everything in memory (embedded database only), filled from a saved database if one is given. */
  readonly memory?: boolean | Blob;
  /** Where the log of the process goes; the standard output when absent. */
  readonly log?: Logger;
  /** How long one request may take, in milliseconds. */
  readonly requestTime?: number;
}

/** For programs that do one thing and send nothing. */
const noMail: MailWays = { smtpUrl: null, kept: null, publicUrl: () => "http://localhost", soon: () => {} };

/** Services over an open database. */
export function hubServices(database: Database, clock: Clock, demo: boolean, ways = noMail): Services {
  const sessionBook: SessionBook = { forget: (userIds) => sessions.forget(userIds), current: (principals) => sessions.current(principals) };
  const engine = new HubEngine({ database, clock, sessions: sessionBook });
  const presence = new PresenceService({ database, clock, failed: (error) => engine.report(error) });
  engine.add(presence);
  const drafts = new DraftFeed({ database, failed: (error) => engine.report(error) });
  engine.add(drafts);
  const badges = new BadgeFeed({ database, failed: (error) => engine.report(error) });
  engine.add(badges);
  const wake = (coalitionId: string) => engine.wake(coalitionId);
  const demoPartners = new DemoPartnersService({
    database,
    clock,
    wake,
    watchers: (coalitionId) => engine.watchers(coalitionId),
    open: () => presence.open(),
    failed: (error) => engine.report(error),
  });
  engine.add(demoPartners);
  const sessions = new SessionService(database, clock, (ids) => engine.revoke(ids));
  const rightsChanged: CoalitionDeps["rightsChanged"] = (memberships) => {
    sessions.forget(memberships.map(({ userId }) => userId));
    engine.revokeMembership(memberships.map(({ id }) => id));
  };
  const coalitions = new CoalitionService({ database, clock, wake, rightsChanged });
  const imports = new ImportService({ database, clock, wake });
  const areas = new AreaImportService(database);
  const jobs = [
    dueDates({ database, clock, wake }),
    agreementDates({ database, clock, wake }),
    watchAgenda({ database, clock, wake }),
    draftNews({ database, clock, wake }),
    roleDates({ database, clock, wake }),
    promiseDates({ database, clock, wake }),
    forgetReceipts({ database, clock }),
    forgetInvitations({ database, clock }),
    { name: "imports", run: () => imports.forget() },
  ];
  return {
    database,
    clock,
    demo,
    engine,
    presence,
    demoPartners,
    badges,
    drafts,
    sessions,
    coalitions,
    imports,
    lists: new ListService({ database, clock, wake }),
    areas,
    names: new Names(database),
    tasks: new TaskService({ database, clock, wake }),
    agreements: new AgreementService({ database, clock, wake, draftChanged: (versionId) => drafts.wake(versionId) }),
    roles: new RoleService({ database, clock, wake }),
    meetings: new MeetingService({ database, clock, wake }),
    hubKey: new HubKey(database, clock),
    mailing: {
      ...ways,
      stopLinks: new StopLinks(database, clock),
      addresses: new MailAddresses({ database, clock, canMail: ways.smtpUrl !== null || ways.kept !== null, soon: ways.soon }),
    },
    jobs,
  };
}

/** Opens the database of a configuration; the folder of an embedded one is locked. */
export async function openStore(config: Config, memory: boolean | Blob = false): Promise<Database & AsyncDisposable> {
  if (config.databaseUrl) return openDatabase({ url: config.databaseUrl });
  if (memory) return openDatabase(memory === true ? { memory } : { memory: true, saved: memory });
  const lock = lockDataFolder(config.dataDir);
  try {
    const database = await openDatabase({ folder: join(config.dataDir, "database") });
    const close = database[Symbol.asyncDispose].bind(database);
    return Object.assign(database, {
      async [Symbol.asyncDispose]() {
        await close();
        lock[Symbol.dispose]();
      },
    });
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

/** Starts a hub: the one way to boot, tests included. */
export async function startHub({ config, clock = systemClock, webRoot = "", memory, log = hubLog(config.logLevel), requestTime }: HubOptions): Promise<Hub> {
  const database = await openStore(config, memory);
  const access = new Access(config);
  const services = hubServices(database, clock, config.demo, {
    smtpUrl: config.smtpUrl,
    kept: config.mailPage ? new KeptMail() : null,
    publicUrl: () => access.publicUrl,
    soon: () => post.soon(),
  });
  if (config.demo) await seedDemo(services);
  await services.imports.sweep();
  for (const job of services.jobs) await job.run();
  const schema = await hubSchema();
  const transport = hubTransport(config, access, services, schema, log, requestTime);
  const app = await httpServer(transport, existsSync(webRoot) ? webRoot : "");
  const sockets = socketServer(app.server, transport);
  services.engine.start((error) => transport.mask({ message: "" }, error));
  const url = await app.listen({ port: config.port, host: config.host });
  const failed = (name: string, error: unknown) => log.error({ job: name, kind: error instanceof Error ? error.name : "unknown" }, "job failed");
  const jobs = repeatJobs(services.jobs, jobPause, failed);
  const mail = mailSender({ database, clock, mailing: services.mailing });
  const post = repeatJobs([mail], jobPause, failed);
  const commandLine = config.databaseUrl || memory ? null : await hubSocket(socketPath(config.dataDir), services);
  return {
    url,
    publicUrl: access.publicUrl,
    services,
    mail,
    async [Symbol.asyncDispose]() {
      await commandLine?.[Symbol.asyncDispose]();
      await jobs[Symbol.asyncDispose]();
      await post[Symbol.asyncDispose]();
      await mail[Symbol.asyncDispose]();
      await services.engine[Symbol.asyncDispose]();
      await services.demoPartners[Symbol.asyncDispose]();
      await sockets[Symbol.asyncDispose]();
      await closeServer(app);
      await database[Symbol.asyncDispose]();
    },
  };
}
