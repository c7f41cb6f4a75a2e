import { type DestinationStream, type Logger, pino } from "pino";

/** The log of the process, one JSON object per line; credentials never reach it. */
export const hubLog = (level: string, to?: DestinationStream): Logger =>
  pino({ level, base: null, redact: { paths: ["req.headers", "headers", "token", "variables"], remove: true } }, to);
