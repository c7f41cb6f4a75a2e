/** One task as it is pasted elsewhere. */
export interface CopiedTask {
  readonly number: string;
  readonly title: string;
  readonly address: string;
  /** Short facts, in the order of reading. */
  readonly facts: readonly string[];
}
export interface CopiedBlock {
  readonly title: string;
  readonly address: string;
  readonly asOf: string;
  readonly tasks: readonly CopiedTask[];
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
/** One line: what is pasted keeps its shape whatever somebody typed. */
const line = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
const link = (address: string, text: string) => `<a href="${html(address)}">${html(line(text))}</a>`;

/** A block for programs that keep markup, such as Teams and Outlook; every text is text. */
export function toHtml({ title, address, asOf, tasks }: CopiedBlock): string {
  const items = tasks.map((task) => `<li>${link(task.address, `${task.number} ${task.title}`)}<br>${html(line(task.facts.join(" · ")))}</li>`);
  return `<p><b>${link(address, title)}</b><br>${html(asOf)}</p><ul>${items.join("")}</ul>`;
}

/** The same for programs that keep only text. */
export function toPlain({ title, address, asOf, tasks }: CopiedBlock): string {
  const items = tasks.map((task) => `- ${line(`${task.number} ${task.title}`)}\n  ${line(task.facts.join(" · "))}\n  ${task.address}`);
  return [`${line(title)}\n${address}\n${asOf}`, ...items].join("\n\n");
}
