import type { AgreementService } from "./agreements/agreement.service.ts";
import type { DraftFeed } from "./agreements/draftFeed.ts";
import type { HubKey } from "./agreements/hubKey.ts";
import type { SessionService } from "./accounts/session.service.ts";
import type { Names } from "./accounts/names.ts";
import type { CoalitionService } from "./coalitions/coalition.service.ts";
import type { Database } from "./database/database.ts";
import type { DemoPartnersService } from "./demo/partners/demoPartners.service.ts";
import type { AreaImportService } from "./areas/areaImport.service.ts";
import type { ListService } from "./imports/list/list.service.ts";
import type { ImportService } from "./imports/trello/import.service.ts";
import type { Mailing } from "./notifications/mail/mailing.ts";
import type { BadgeFeed } from "./notifications/badgeFeed.ts";
import type { PresenceService } from "./presence/presence.service.ts";
import type { HubEngine } from "./realtime/hubEngine.ts";
import type { MeetingService } from "./meetings/meeting.service.ts";
import type { RoleService } from "./roles/role.service.ts";
import type { TaskService } from "./tasks/task.service.ts";
import type { Clock } from "./time/clock.ts";
import type { Job } from "./time/jobs.ts";

/** What resolvers call. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly sessions: SessionService;
  readonly names: Names;
  readonly coalitions: CoalitionService;
  readonly tasks: TaskService;
  readonly agreements: AgreementService;
  readonly drafts: DraftFeed;
  readonly roles: RoleService;
  readonly meetings: MeetingService;
  readonly hubKey: HubKey;
  readonly mailing: Mailing;
  /** Work that is done again every minute. */
  readonly jobs: readonly Job[];
  readonly engine: HubEngine;
  readonly presence: PresenceService;
  readonly demoPartners: DemoPartnersService;
  readonly badges: BadgeFeed;
  readonly imports: ImportService;
  readonly lists: ListService;
  readonly areas: AreaImportService;
}
