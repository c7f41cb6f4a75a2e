import { taskLimits } from "@wijkbord/schema";
import { cut, lengthOf } from "../text.ts";

export interface TaskText {
  readonly title: string;
  readonly description: string;
  /** What was cut, in words. */
  readonly cuts: string[];
}

/** Title and description within their limits: a cut name stands whole on top, extra lines stand below. */
export function taskText(name: string, text: string, lines: readonly string[]): TaskText {
  const cuts: string[] = [];
  const title = cut(name, taskLimits.title) || "Zonder titel";
  if (title.endsWith("…") && title !== name)
    cuts.push(`the name has ${lengthOf(name)} characters, ${taskLimits.title} fit; it stands whole on top of the description`);
  const above = title !== name && name !== "" ? `${cut(name, taskLimits.description / 4)}\n\n` : "";
  const below = lines.length > 0 ? cut(lines.join("\n"), taskLimits.description / 4) : "";
  const room = taskLimits.description - lengthOf(above) - lengthOf(below) - 2;
  const middle = cut(text.trim(), room);
  if (middle !== text.trim()) cuts.push(`the description has ${lengthOf(text)} characters, ${room} fit`);
  return { title, description: `${above}${middle}${middle !== "" && below !== "" ? "\n\n" : ""}${below}`.trim(), cuts };
}
