import type { Progress } from "./protocol.ts";

/** Where progress is written. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const barWidth = 30;
const tenth = 0.1;

/** Shows how far a command is: a bar on a terminal, plain lines elsewhere. */
export class ProgressBar {
  private phase = "";
  private shown = -1;

  constructor(
    private readonly terminal: Terminal,
    /** Size of the file, when bytes are counted. */
    private readonly fileSize: number,
  ) {}

  show({ phase, done, total }: Progress): void {
    const whole = total > 0 ? total : this.fileSize;
    const part = whole > 0 ? Math.min(1, done / whole) : 0;
    if (phase !== this.phase) {
      if (this.phase !== "" && this.terminal.isTTY) this.terminal.write("\n");
      this.phase = phase;
      this.shown = -1;
    }
    const step = Math.floor(part / (this.terminal.isTTY ? 0.01 : tenth));
    if (step === this.shown) return;
    this.shown = step;
    const percent = `${Math.round(part * 100)}%`.padStart(4);
    if (!this.terminal.isTTY) return void this.terminal.write(`${phase} ${percent.trim()}\n`);
    const filled = Math.round(part * barWidth);
    this.terminal.write(`\r${phase.padEnd(9)} [${"█".repeat(filled)}${"·".repeat(barWidth - filled)}] ${percent}`);
  }

  /** Leaves the line of the bar. */
  end(): void {
    if (this.phase !== "" && this.terminal.isTTY) this.terminal.write("\n");
  }
}
