import { type Logger, pino } from "pino";

/** The log of the process, one JSON object per line; credentials never reach it. */
export const hubLog = (level: string): Logger =>
  pino({ level, base: null, redact: { paths: ["req.headers", "headers", "token", "variables"], remove: true } });
