import { IndexeddbPersistence } from "y-indexeddb";
import type { Doc } from "yjs";
import { copyPrefix } from "./forgetCopies.ts";

/** A copy of a document on this device, so that a cut, a crash or a reload loses nothing that the hub does not have. */
export class DeviceCopy {
  private constructor(private readonly store: IndexeddbPersistence | null) {}

  /** Fills the document with what this device kept, and keeps what is written from then on. */
  static async open(name: string, document: Doc): Promise<DeviceCopy> {
    if (!(await canKeep())) return new DeviceCopy(null);
    const store = new IndexeddbPersistence(`${copyPrefix}${name}`, document);
    await store.whenSynced;
    return new DeviceCopy(store);
  }

  /** Stops keeping it; `forget` takes the copy away as well. */
  async close(forget: boolean): Promise<void> {
    await (forget ? this.store?.clearData() : this.store?.destroy());
  }
}

/** Whether this browser lets the page keep something; private windows may not. */
function canKeep(): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  try {
    const request = indexedDB.open(`${copyPrefix}try`);
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
    request.onerror = () => resolve(false);
  } catch {
    resolve(false);
  }
  return promise;
}
