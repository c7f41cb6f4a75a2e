import { EditorState } from "@codemirror/state";
import { expect, test } from "vitest";
import { type Format, formatted } from "./formatting.ts";

/** What a format makes of a text; `[` and `]` (or `|`) show the selection. */
function made(format: Format, marked: string): string {
  const anchor = marked.search(/[[|]/);
  const text = marked.replace(/[[|]/, "");
  const head = text.includes("]") ? text.indexOf("]") : anchor;
  const state = EditorState.create({ doc: text.replace("]", ""), selection: { anchor, head } });
  const next = state.update(formatted(state, format)).state;
  const { from, to } = next.selection.main;
  const all = next.doc.toString();
  return from === to ? `${all.slice(0, from)}|${all.slice(from)}` : `${all.slice(0, from)}{${all.slice(from, to)}}${all.slice(to)}`;
}

test("AW-21 marks go around the selected words or the word at the cursor, per line, and away again", () => {
  expect(made("bold", "Wij [bellen] samen")).toBe("Wij **{bellen}** samen");
  expect(made("bold", "Wij **[bellen]** samen")).toBe("Wij {bellen} samen");
  expect(made("italic", "Wij **[bellen]** samen")).toBe("Wij ***{bellen}*** samen");
  expect(made("italic", "Wij ***[bellen]*** samen")).toBe("Wij **{bellen}** samen");
  expect(made("italic", "Wij bel|len")).toBe("Wij *bel|len*");
  expect(made("bold", "|")).toBe("**|**");
  expect(made("bold", "**|**")).toBe("|");
  expect(made("bold", "[1. Een\n\n- twee ]")).toBe("{1. **Een**\n\n- **twee** }");
});

test("AW-21 beginnings of lines are put there once and taken away again; a list makes no articles", () => {
  expect(made("heading", "Besl|uiten")).toBe("# Besl|uiten");
  expect(made("heading", "# Besl|uiten")).toBe("Besl|uiten");
  expect(made("bullets", "[een\n\ntwee]")).toBe("- {een\n\n- twee}");
  expect(made("numbers", "1. Wij:\n[een\ntwee]")).toBe("1. Wij:\n   1. {een\n   2. twee}");
  expect(made("numbers", "1. Wij:\n[   1. een\n   2. twee]")).toBe("1. Wij:\n{een\ntwee}");
  expect(made("numbers", "# Kop\n[een\ntwee]")).toBe("# Kop\n1. {een\n2. twee}");
});

test("AW-21 a link waits for what is missing, and a new article goes to the end in the way of the others", () => {
  expect(made("link", "Zie [de kaart].")).toBe("Zie [de kaart]({https://}).");
  expect(made("link", "Zie |")).toBe("Zie [|](https://)");
  expect(made("link", "[https://wijk.nl/kaart]")).toBe("[|](https://wijk.nl/kaart)");
  expect(made("article", "1. Ee|n\n\n2. Twee\n")).toBe("1. Een\n\n2. Twee\n\n3. |");
  expect(made("article", "|")).toBe("1. |");
  expect(made("article", "## Artikel 1. Doel|\n\nTekst")).toBe("## Artikel 1. Doel\n\nTekst\n\n## Artikel 2. |");
  expect(made("article", "# Doel|")).toBe("# Doel\n\n# |");
});
