import { AccessRole, Letter, TaskState } from "@wijkbord/schema";
import type { DemoBoard, DemoCoalition, DemoTask } from "./data/types.ts";

function repeated(values: string[], what: string): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map((value) => `${what} ${value} stands twice`);
}

function unknown(values: (string | null)[], known: Set<string>, what: string): string[] {
  return values.filter((value) => value !== null && !known.has(value)).map((value) => `${what} ${value} is unknown`);
}

function tooLong(value: string, limit: number, what: string): string[] {
  return value.length < 1 || value.length > limit ? [`${what} "${value}" is not 1–${limit} characters`] : [];
}

function letterFaults(coalition: DemoCoalition, task: DemoTask): string[] {
  const faults: string[] = [];
  const carried = new Map<string, Letter[]>();
  for (const { organisation, letter, person, accepted } of task.assignments) {
    carried.set(organisation, [...(carried.get(organisation) ?? []), letter]);
    const members = coalition.people.flatMap((each) =>
      each.memberships
        .filter((membership) => membership.organisation === organisation)
        .map((membership) => ({ key: each.key, accessRole: membership.accessRole })),
    );
    if (person !== null && !members.some((member) => member.key === person)) faults.push(`${person} is not of ${organisation}`);
    if (accepted && letter !== Letter.INFORMED && members.length === 0) faults.push(`nobody of ${organisation} can accept`);
    const observing = members.length > 0 && members.every((member) => member.accessRole === AccessRole.OBSERVER);
    if (observing && letter !== Letter.CONSULTED && letter !== Letter.INFORMED) faults.push(`observer carries ${letter}`);
  }
  for (const [organisation, letters] of carried) {
    const both = letters.length === 2 && letters.includes(Letter.ACCOUNTABLE) && letters.includes(Letter.RESPONSIBLE);
    if (letters.length > 1 && !both) faults.push(`${organisation} carries ${letters.join("+")}`);
  }
  const leading = task.assignments.filter((each) => each.letter === Letter.ACCOUNTABLE && each.accepted);
  if (leading.length > 1) faults.push("more than one accepted A");
  return faults;
}

function taskFaults(coalition: DemoCoalition, board: DemoBoard, task: DemoTask): string[] {
  const organisations = new Set(coalition.organisations.map((each) => each.key));
  const people = new Set(coalition.people.map((each) => each.key));
  const blocked = task.state === TaskState.BLOCKED;
  return [
    ...tooLong(task.title, 140, "title"),
    ...task.labels.flatMap((label) => tooLong(label, 40, "label")),
    ...task.checklist.flatMap((step) => tooLong(step.text, 300, "step")),
    ...task.comments.flatMap((comment) => tooLong(comment.text, 4000, "comment")),
    ...(task.description.length > 20_000 ? ["description is too long"] : []),
    ...(blocked ? tooLong(task.blockedReason ?? "", 500, "reason") : []),
    ...(!blocked && task.blockedReason !== null ? ["a reason without waiting"] : []),
    ...task.links.filter((link) => !link.url.startsWith("https://")).map((link) => `link ${link.url} is not https`),
    ...(board.columns.some((column) => column.state === task.state) ? [] : [`no column for ${task.state}`]),
    ...unknown([task.theme], new Set(coalition.themes.map((each) => each.key)), "theme"),
    ...unknown([task.actionLine], new Set(coalition.actionLines.map((each) => each.key)), "action line"),
    ...unknown([task.blockedBy], new Set(board.tasks.map((each) => each.key)), "task"),
    ...unknown(
      task.assignments.map((each) => each.organisation),
      organisations,
      "organisation",
    ),
    ...unknown(
      task.comments.map((each) => each.person),
      people,
      "person",
    ),
    ...letterFaults(coalition, task),
  ].map((fault) => `${board.areaCode} ${task.key}: ${fault}`);
}

/** What is wrong with a demo coalition before it is written; empty when it is consistent. */
export function demoFaults(coalition: DemoCoalition): string[] {
  const organisations = new Set(coalition.organisations.map((each) => each.key));
  const themes = new Set(coalition.themes.map((each) => each.key));
  const areas = new Set(coalition.areas.map((each) => each.code));
  return [
    ...repeated(
      coalition.organisations.map((each) => each.key),
      "organisation",
    ),
    ...repeated(
      coalition.organisations.map((each) => each.name),
      "organisation",
    ),
    ...repeated(
      coalition.organisations.map((each) => each.letters),
      "letters",
    ),
    ...repeated(
      coalition.people.map((each) => each.key),
      "person",
    ),
    ...repeated(
      coalition.areas.map((each) => each.code),
      "area",
    ),
    ...repeated(
      coalition.boards.map((each) => each.areaCode),
      "board",
    ),
    ...coalition.organisations.flatMap((each) => [
      ...tooLong(each.shortName, 24, "short name"),
      ...(/^[A-Z]{2,3}$/.test(each.letters) ? [] : [`letters ${each.letters} are not two or three`]),
      ...(each.colourIndex >= 0 && each.colourIndex <= 11 ? [] : [`colour ${each.colourIndex} is not 0–11`]),
    ]),
    ...unknown(
      coalition.organisations.map((each) => each.parent),
      organisations,
      "parent",
    ),
    ...unknown(
      coalition.areas.flatMap((each) => [each.parentCode, ...each.memberCodes]),
      areas,
      "area",
    ),
    ...unknown([coalition.municipalityCode, ...coalition.boards.map((each) => each.areaCode)], areas, "area"),
    ...coalition.people.flatMap((each) =>
      unknown(
        each.memberships.map((membership) => membership.organisation),
        organisations,
        "organisation",
      ),
    ),
    ...coalition.actionLines.flatMap((line) => [
      ...tooLong(line.title, 120, "action line"),
      ...unknown([line.theme, ...line.connectedThemes], themes, "theme"),
      ...unknown([line.lead], organisations, "lead"),
      ...(line.connectedThemes.some((theme) => theme !== line.theme) ? [] : [`${line.key} is connected with nothing`]),
    ]),
    ...coalition.boards.flatMap((board) => [
      ...repeated(
        board.tasks.map((each) => each.key),
        "task",
      ),
      ...board.columns.flatMap((column) => tooLong(column.title, 40, "column")),
      ...board.tasks.flatMap((task) => taskFaults(coalition, board, task)),
    ]),
  ];
}
