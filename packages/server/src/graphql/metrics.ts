import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { EngineCounts } from "../realtime/relay.ts";

/** Numbers about the process and its requests; no name, id or text of anybody. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Counter<"kind" | "code">;
  private readonly seconds: Histogram<"kind">;
  private readonly cost: Histogram<"kind">;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({
      name: "wijkbord_requests_total",
      help: "GraphQL requests, by trusted or free document and by error code.",
      labelNames: ["kind", "code"],
      registers,
    });
    this.seconds = new Histogram({
      name: "wijkbord_request_seconds",
      help: "Duration of GraphQL requests.",
      labelNames: ["kind"],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
      registers,
    });
    this.cost = new Histogram({
      name: "wijkbord_request_cost",
      help: "Cost of GraphQL requests, in objects.",
      labelNames: ["kind"],
      buckets: [10, 100, 1_000, 10_000],
      registers,
    });
  }

  /** Shows what the realtime engine does. */
  watch(engine: EngineCounts, connections: () => number): void {
    const registers = [this.registry];
    const shown = {
      executions: "Results of subscriptions made, each for a whole group.",
      sends: "Results of subscriptions sent.",
      resets: "Subscribers told to fetch again.",
    } as const;
    for (const name of ["executions", "sends", "resets"] as const) {
      new Gauge({
        name: `wijkbord_stream_${name}`,
        help: shown[name],
        registers,
        collect() {
          this.set(engine[name]);
        },
      });
    }
    new Gauge({
      name: "wijkbord_connections",
      help: "Open sockets and streams of events.",
      registers,
      collect() {
        this.set(connections());
      },
    });
  }

  /** Counts one request. */
  answered(trusted: boolean, code: string, seconds: number, cost: number): void {
    const kind = trusted ? "trusted" : "free";
    this.requests.inc({ kind, code });
    this.seconds.observe({ kind }, seconds);
    this.cost.observe({ kind }, cost);
  }
}
