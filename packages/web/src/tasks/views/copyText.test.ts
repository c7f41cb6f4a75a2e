import { expect, test } from "vitest";
import { toHtml, toPlain } from "./copyText.ts";

const task = {
  number: "ZW-7",
  title: 'Buurt <script>alert(1)</script> & "co"\nAan: iedereen',
  address: "https://hub.example/zuidwest/taken/ZW-7",
  facts: ["Bezig", "<b>De Linde</b> trekt"],
};
const block = { title: "Taken van <Moerwijk>", address: "https://hub.example/x?a=1&b=2", asOf: "Stand van 9.30", tasks: [task] };

test("CP-01 what is copied keeps every text as text, on one line, with a link", () => {
  const html = toHtml(block);
  expect(html).not.toMatch(/<script|<b>De/);
  expect(html).toContain(
    '<a href="https://hub.example/zuidwest/taken/ZW-7">ZW-7 Buurt &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot; Aan: iedereen</a>',
  );
  expect(
    toPlain(block)
      .split("\n")
      .filter((line) => line.startsWith("- ")),
  ).toEqual(['- ZW-7 Buurt <script>alert(1)</script> & "co" Aan: iedereen']);
  expect(toPlain(block)).toContain("\n  https://hub.example/zuidwest/taken/ZW-7");
});
