import type { SessionService } from "./accounts/session.service.ts";
import type { Names } from "./accounts/names.ts";
import type { Database } from "./database/database.ts";
import type { HubEngine } from "./realtime/hubEngine.ts";
import type { TaskService } from "./tasks/task.service.ts";
import type { Clock } from "./time/clock.ts";

/** What resolvers call. */
export interface Services {
  readonly database: Database;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly sessions: SessionService;
  readonly names: Names;
  readonly tasks: TaskService;
  readonly engine: HubEngine;
}
