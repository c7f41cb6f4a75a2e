import { MentionTarget, mentionText } from "@wijkbord/schema";
import type { RefObject } from "react";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { mentionWords } from "./mentionWords.ts";

const most = 6;
/** An @ at the beginning of a word, and what was typed after it, up to where the cursor stands. */
const begun = /(?:^|\s)@([^\s@[\]()]{0,40})$/;

interface MentionListProps {
  readonly text: string;
  /** The field that the text is written in. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Only people of the own organisation may read it. */
  readonly internal: boolean;
  readonly onChange: (text: string) => void;
}

/** Names that go with an @ at the end of a text; pressing one writes the mention. */
export function MentionList({ text, field, internal, onChange }: MentionListProps) {
  const t = useWords(mentionWords);
  const { members, organisations, viewer } = useCoalition();
  const typed = begun.exec(text)?.[1]?.toLocaleLowerCase();
  if (typed === undefined) return null;
  const people = [...members.values()].map(({ id, displayName, organisationId }) => ({ id, name: displayName, organisationId, target: MentionTarget.PERSON }));
  const partners = [...organisations.values()]
    .filter(({ leftOn }) => leftOn === null)
    .map(({ id, shortName }) => ({ id, name: shortName, organisationId: id, target: MentionTarget.ORGANISATION }));
  const fits = ({ id, name, organisationId }: (typeof people)[number] | (typeof partners)[number]) =>
    id !== viewer.membershipId && name.toLocaleLowerCase().includes(typed) && (!internal || organisationId === viewer.organisationId);
  const shown = [...people, ...partners].filter(fits).slice(0, most);
  if (shown.length === 0) return null;
  const choose = (target: MentionTarget, id: string, name: string) => {
    onChange(`${text.slice(0, text.length - typed.length - 1)}${mentionText(target, id, name)} `);
    field.current?.focus();
  };
  return (
    <ul className="mention-list" aria-label={t("who")}>
      {shown.map(({ id, name, organisationId, target }) => (
        <li key={id}>
          <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => choose(target, id, name)}>
            <b>{name}</b> <small>{target === MentionTarget.PERSON ? organisations.get(organisationId)?.shortName : t("organisation")}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
