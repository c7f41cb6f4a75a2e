import { compileMessage } from "@lingui/message-utils/compileMessage";
import { parseSync, Visitor } from "oxc-parser";
import type { Plugin } from "vite";

/** Compiles the messages of the files of words while the app is built, so that browsers need no compiler. */
export const compileWords = (): Plugin => ({
  name: "compile-words",
  enforce: "post",
  transform: {
    filter: { id: /\/src\/.*ords(\.nl|\.en)?\.ts$/ },
    handler(code, id) {
      const messages: { readonly start: number; readonly end: number; readonly text: string }[] = [];
      new Visitor({
        Property({ value }) {
          if (value.type === "TemplateLiteral") throw new Error(`${id}: a message is one plain text.`);
          if (value.type !== "Literal" || typeof value.value !== "string") return;
          messages.push({ start: value.start, end: value.end, text: JSON.stringify(compileMessage(value.value)) });
        },
      }).visit(parseSync("words.js", code).program);
      let compiled = code;
      for (const { start, end, text } of messages.toReversed()) compiled = compiled.slice(0, start) + text + compiled.slice(end);
      return { code: compiled, map: { mappings: "" } };
    },
  },
});
