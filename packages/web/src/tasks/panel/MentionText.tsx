import { replaceMentions } from "@wijkbord/schema";
import { Markdown } from "../../ui/Markdown.tsx";

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** A name as text inside a mark: no layout of its own. */
const plain = (name: string) => name.replaceAll(/[&<>]/g, (sign) => signs[sign] ?? "").replaceAll(/[\\`*_~[\]]/g, "\\$&");

/** Text of a member in which somebody may be mentioned; the name stands out. */
export const MentionText = ({ text }: { readonly text: string }) => <Markdown text={replaceMentions(text, (name) => `<mark>@${plain(name)}</mark>`)} />;
