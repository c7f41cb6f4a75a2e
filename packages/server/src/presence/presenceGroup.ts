import type { Viewer } from "@wijkbord/schema";
import { type PresentPerson, PresenceUpdate } from "@wijkbord/schema/types";
import type { Operation } from "../realtime/operation.ts";
import { type PresenceEntry, peopleFor } from "./entry.ts";
import type { PresenceMember } from "./presenceMember.ts";

const same = (one: PresentPerson | undefined, other: PresentPerson) => JSON.stringify(one) === JSON.stringify(other);
const update = (full: boolean, present: PresentPerson[], left: string[]) => Object.assign(new PresenceUpdate(), { full, present, left });

/** Followers of one room with the same document and rights: each change is executed once for all of them. */
export class PresenceGroup {
  readonly members = new Set<PresenceMember>();
  private told: Map<string, PresentPerson> = new Map();
  private line = Promise.resolve();
  private readonly execute: (rootValue: object) => Promise<string>;

  constructor(
    readonly viewer: Viewer,
    operation: Operation,
    private readonly entries: () => Iterable<PresenceEntry>,
    private readonly failed: (error: unknown) => void,
  ) {
    this.execute = operation.executor(viewer);
    this.told = this.people();
  }

  /** Tells members what changed; those that do not read get the whole list later. */
  tell(): Promise<void> {
    return this.inLine(async () => {
      const now = this.people();
      const present = [...now].filter(([id, person]) => !same(this.told.get(id), person)).map(([, person]) => person);
      const left = [...this.told.keys()].filter((id) => !now.has(id));
      this.told = now;
      if (present.length === 0 && left.length === 0) return;
      const body = await this.execute(update(false, present, left));
      for (const member of this.members) member.offer(body);
    });
  }

  /** Sends the whole list to one member, which gets changes from then on. */
  welcome(member: PresenceMember): Promise<void> {
    return this.inLine(async () => {
      const body = await this.execute(update(true, [...this.people().values()], []));
      member.take(body);
    });
  }

  private people(): Map<string, PresentPerson> {
    return peopleFor(this.viewer.organisationId, this.entries());
  }

  private inLine(work: () => Promise<void>): Promise<void> {
    this.line = this.line.then(work).catch(this.failed);
    return this.line;
  }
}
