import { expect, test } from "vitest";
import { readablePage } from "./readablePage.tsx";

test("AG-33 the page of an agreement stands on its own: no script, nothing from elsewhere, every text as text", () => {
  const page = readablePage({
    language: "nl",
    title: "Werving <b>samen</b>",
    facts: ["PA-02", "Geldt nu"],
    summary: 'Kort & "gewoon" gezegd.',
    articles: [
      { number: 1, title: "Wie <script>", html: "<p>De buurt belt <strong>eerst</strong>.</p>" },
      { number: 2, title: "", html: "<p>Binnen vijf werkdagen.</p>" },
    ],
    parties: { heading: "Partners", rows: [{ name: "De Linde", state: "Gebonden" }] },
    hash: { heading: "Controlegetal:", value: "a".repeat(64) },
    footer: "Werkafspraak tussen partners.",
  });
  expect(page.startsWith('<!doctype html>\n<html lang="nl">')).toBe(true);
  expect(page).toContain('<h1 lang="nl">Werving &lt;b&gt;samen&lt;/b&gt;</h1>');
  expect(page).toContain("Wie &lt;script&gt;");
  expect(page).toContain("<p>De buurt belt <strong>eerst</strong>.</p>");
  expect(page).toContain("a".repeat(64));
  expect(page).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
});
