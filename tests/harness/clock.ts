import type { Clock } from "@wijkbord/server/src/time/clock.ts";

/** A clock that a test moves. */
export class TestClock implements Clock {
  constructor(private at = new Date("2026-03-02T09:00:00Z")) {}

  now(): Date {
    return new Date(this.at);
  }

  /** Moves on by this many milliseconds. */
  advance(milliseconds: number): void {
    this.at = new Date(this.at.getTime() + milliseconds);
  }
}

export const hours = 3_600_000;
export const days = 24 * hours;
