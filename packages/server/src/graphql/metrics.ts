import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/** Numbers about the process and its requests; no name, id or text of anybody. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests: Counter<"kind" | "code">;
  private readonly seconds: Histogram<"kind">;
  private readonly cost: Histogram<"kind">;

  constructor() {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Counter({ name: "wijkbord_requests_total", help: "GraphQL requests, by trusted or free document and by error code.", labelNames: ["kind", "code"], registers });
    this.seconds = new Histogram({ name: "wijkbord_request_seconds", help: "Duration of GraphQL requests.", labelNames: ["kind"], buckets: [0.005, 0.02, 0.1, 0.5, 2, 10], registers });
    this.cost = new Histogram({ name: "wijkbord_request_cost", help: "Cost of GraphQL requests, in objects.", labelNames: ["kind"], buckets: [10, 100, 1_000, 10_000], registers });
  }

  /** Counts one request. */
  answered(trusted: boolean, code: string, seconds: number, cost: number): void {
    const kind = trusted ? "trusted" : "free";
    this.requests.inc({ kind, code });
    this.seconds.observe({ kind }, seconds);
    this.cost.observe({ kind }, cost);
  }
}
