import { draftTextName } from "@wijkbord/schema";
import { DraftUpdatesDocument, type DraftUpdatesSubscription, SendDraftUpdateDocument } from "@wijkbord/schema/operations";
import * as Y from "yjs";
import type { HubSocket } from "../activity/hubSocket.ts";
import type { HubScope } from "../activity/scope.ts";
import type { Refusal } from "../tasks/refusals.ts";
import { bytesOf, textOf } from "./base64.ts";
import { DeviceCopy } from "./deviceCopy.ts";

type Batch = DraftUpdatesSubscription["draftUpdates"];
export type Cursor = NonNullable<Batch["cursors"]>[number];

/** What the page shows of a text that is written together. */
export interface DraftView {
  /** Null until the hub said what stands in it. */
  readonly document: Y.Doc | null;
  readonly text: string;
  readonly state: "opening" | "saved" | "sending" | "waiting" | "closed";
  /** Why the hub did not take what was written; the next change is sent together with it. */
  readonly problem: Refusal | null;
  readonly cursors: readonly Cursor[];
}

const fromHub = Symbol("from the hub");
const sendAfter = 250;

/**
 * One text in one window. `document` is what is on the screen, `known` what the hub certainly has: their difference is sent,
 * also after a cut or a reload. Updates may come twice and in any order.
 */
export class DraftSession {
  private view: DraftView = { document: null, text: "", state: "opening", problem: null, cursors: [] };
  private known = new Y.Doc();
  private documentId: string | null = null;
  private copy: DeviceCopy | null = null;
  private position = 0;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private generation = 0;
  private leave: (() => void) | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly scope: HubScope,
    readonly versionId: string,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): DraftView => this.view;

  /** Follows the text from now on. */
  open(): void {
    this.leave ??= this.scope.events.onConnection((socket) => void this.follow(socket));
  }

  /** Stops. What the hub has is taken from this device; what it does not have yet stays for the next time. */
  close(): void {
    this.leave?.();
    this.leave = null;
    this.generation += 1;
    clearTimeout(this.timer);
    void this.send().then(() => this.copy?.close(!this.hasUnsent()));
  }

  /** Sends what was written; true when the hub has it all. */
  async flush(): Promise<boolean> {
    await this.send();
    return !this.hasUnsent();
  }

  /** Shows why something that was written cannot be. */
  refuse(problem: Refusal): void {
    this.show({ problem });
  }

  private show(part: Partial<DraftView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }

  private hasUnsent(): boolean {
    const { document } = this.view;
    return document !== null && !Y.equalSnapshots(Y.snapshot(document), Y.snapshot(this.known));
  }

  private async follow(socket: HubSocket): Promise<void> {
    const generation = (this.generation += 1);
    try {
      for await (const { data } of socket.subscribe(DraftUpdatesDocument, { versionId: this.versionId, after: this.position })) {
        if (generation !== this.generation) return;
        if (data) await this.take(data.draftUpdates);
      }
      if (generation === this.generation) this.show({ state: "closed", cursors: [] });
    } catch {
      if (generation === this.generation) this.show({ state: "waiting", cursors: [] });
    }
  }

  private async take({ documentId, toPosition, updates, cursors }: Batch): Promise<void> {
    if (documentId && documentId !== this.documentId) await this.begin(documentId);
    const { document } = this.view;
    for (const update of updates.map(bytesOf)) {
      Y.applyUpdate(this.known, update);
      if (document) Y.applyUpdate(document, update, fromHub);
    }
    this.position = toPosition;
    if (cursors) this.show({ cursors });
    if (this.hasUnsent()) this.sendSoon();
    else if (document) this.show({ state: "saved", text: document.getText(draftTextName).toString() });
  }

  /** Begins with a document; an old one held text that was taken back, and goes from this device too. */
  private async begin(documentId: string): Promise<void> {
    await this.copy?.close(true);
    const document = new Y.Doc();
    this.documentId = documentId;
    this.known = new Y.Doc();
    this.copy = await DeviceCopy.open(`${this.scope.membershipId}.${documentId}`, document);
    document.on("update", (_update: Uint8Array, origin: unknown) => {
      if (this.view.document !== document) return;
      this.show({ text: document.getText(draftTextName).toString() });
      if (origin !== fromHub) this.sendSoon();
    });
    this.show({ document, problem: null, text: document.getText(draftTextName).toString() });
  }

  /** Sends a moment after the first letter, also while somebody types on; what waits for a connection says so until it was sent. */
  private sendSoon(): void {
    if (this.view.state !== "waiting") this.show({ state: "sending" });
    this.timer ??= setTimeout(() => void this.send(), sendAfter);
  }

  private send(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.sending = (this.sending ?? Promise.resolve()).then(() => this.sendUnsent());
    return this.sending;
  }

  private async sendUnsent(): Promise<void> {
    while (this.hasUnsent()) {
      const { document } = this.view;
      const { documentId } = this;
      if (!document || !documentId) return;
      const update = Y.encodeStateAsUpdate(document, Y.encodeStateVector(this.known));
      const input = { versionId: this.versionId, documentId, update: textOf(update) };
      try {
        const { data } = await this.scope.client.mutate({ mutation: SendDraftUpdateDocument, variables: { input }, fetchPolicy: "no-cache" });
        const answer = data?.sendDraftUpdate;
        if (!answer) return this.show({ state: "waiting" });
        if (answer.__typename !== "SendDraftUpdatePayload") return this.show({ state: "waiting", problem: answer });
        if (documentId === this.documentId) Y.applyUpdate(this.known, update);
      } catch {
        // No way to the hub now: the next connection sends it.
        return this.show({ state: "waiting" });
      }
    }
    this.show({ state: "saved", problem: null });
  }
}
