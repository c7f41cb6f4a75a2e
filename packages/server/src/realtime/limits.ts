/** Numbers of the realtime engine; times in milliseconds, sizes in characters or bytes. */
export const engineLimits = {
  /** Events read from the log at once. */
  page: 500,
  /** Followers that are further behind fetch again. */
  replay: 5_000,
  heartbeat: 25_000,
  /** Numbers that hold nothing for a stream are told together after this. */
  advance: 200,
  /** Bytes given to the network that a connection may have open before frames wait in its queue. */
  highWater: 64_000,
  queueEvents: 500,
  queueBytes: 1_000_000,
  undrained: 5_000,
  stuck: 30_000,
  /** Sends after which other work gets its turn. */
  sendsPerTurn: 200,
  tick: 1_000,
  sweep: 60_000,
  socketsPerPerson: 10,
  operationsPerSocket: 50,
  subscribesPerSecond: 20,
} as const;

/** Close codes of sockets. */
export const closeCodes = { deploy: 1012, overloaded: 1013, revoked: 4401, limits: 4429 } as const;
