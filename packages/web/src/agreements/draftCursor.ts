import { draftLimits, draftTextName } from "@wijkbord/schema";
import { SetDraftCursorDocument } from "@wijkbord/schema/operations";
import * as Y from "yjs";
import { presenceOf } from "../presence/presenceStore.ts";
import type { DraftSession } from "./draftSession.ts";

const sayAfter = 300;

/** Says where this window is in the text, until it closes; nothing of it is stored. */
export class OwnCursor {
  private place: { readonly anchor: string | null; readonly head: string | null } = { anchor: null, head: null };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly repeat = setInterval(() => this.soon(), draftLimits.cursorRepeat * 1_000);
  private readonly clientId: string;

  constructor(
    private readonly session: DraftSession,
    private readonly document: Y.Doc,
  ) {
    this.clientId = String(document.clientID);
    this.soon();
  }

  /** The selection moved; null: the text has no focus. */
  move(selection: { readonly anchor: number; readonly head: number } | null): void {
    const text = this.document.getText(draftTextName);
    const relative = (index: number) => JSON.stringify(Y.createRelativePositionFromTypeIndex(text, index));
    this.place = selection ? { anchor: relative(selection.anchor), head: relative(selection.head) } : { anchor: null, head: null };
    this.soon();
  }

  close(): void {
    clearInterval(this.repeat);
    clearTimeout(this.timer);
    void this.say(false);
  }

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.say(true);
    }, sayAfter);
  }

  private async say(writing: boolean): Promise<void> {
    const { scope, versionId } = this.session;
    const input = { versionId, clientId: this.clientId, writing: writing && !presenceOf(scope).isHidden(), ...this.place };
    // A missed beat shows only as an absence; the next one comes soon.
    await scope.client.mutate({ mutation: SetDraftCursorDocument, variables: { input }, fetchPolicy: "no-cache" }).catch(() => undefined);
  }
}
