/** A text that somebody typed in a field that is open. */
export interface TypedText {
  readonly label: string;
  readonly text: string;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;
const typed = new Map<TextField, TypedText>();
const kinds = new Set(["text", "email", "url", "tel", "textarea"]);

const isText = (target: EventTarget | null): target is TextField =>
  (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && kinds.has(target.type);

/** Fields that went since the last act of the person were closed on purpose. */
function forgetClosed(): void {
  for (const field of typed.keys()) if (!field.isConnected) typed.delete(field);
}

/** Remembers, in memory only, what stands in open fields, so that a page that breaks can give it back. */
export function rememberTyping(): void {
  document.addEventListener(
    "input",
    ({ target }) => {
      forgetClosed();
      if (!isText(target)) return;
      const label = target.labels?.[0]?.textContent ?? target.getAttribute("aria-label") ?? "";
      if (target.value.trim() === "") typed.delete(target);
      else typed.set(target, { label: label.trim(), text: target.value });
    },
    true,
  );
  for (const act of ["pointerdown", "keydown"]) document.addEventListener(act, forgetClosed, true);
}

/** What was being typed when everything went. */
export const typedTexts = (): readonly TypedText[] => [...typed.values()];
