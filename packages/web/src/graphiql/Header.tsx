import { Download } from "lucide-react";
import { inLanguage, useLanguage, usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { Field } from "../ui/Field.tsx";
import type { Hat, Person } from "./person.ts";
import { graphiqlWords } from "./words.ts";

interface HeaderProps {
  readonly person: Person;
  readonly hat: Hat;
  readonly areaCode: string;
  readonly onHat: (membershipId: string) => void;
  readonly onArea: (areaCode: string) => void;
}

/** Who asks, for which organisation, about which wijk. */
export function Header({ person, hat, areaCode, onHat, onArea }: HeaderProps) {
  const words = useWords(graphiqlWords);
  const language = useLanguage();
  const path = usePath();
  const other = language === "nl" ? "en" : "nl";
  return (
    <header className="explorer-header">
      <a className="brand" href={path("/")}>
        Wijkbord
      </a>
      <h1>
        {words("title")} <small>{words("subtitle")}</small>
      </h1>
      <Field label={words("actingFor")}>
        <select value={hat.id} onChange={({ target }) => onHat(target.value)}>
          {person.memberships.map(({ id, organisation, coalition }) => (
            <option key={id} value={id}>
              {organisation.shortName} · {coalition.name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words("area")}>
        <select value={areaCode} onChange={({ target }) => onArea(target.value)}>
          {hat.coalition.boards.map((board) => (
            <option key={board.id} value={board.areaCode}>
              {board.areaName}
            </option>
          ))}
        </select>
      </Field>
      <nav aria-label={words("title")}>
        <a className="button" href="/schema.graphql" download="wijkbord.graphql">
          <Download aria-hidden size={16} />
          {words("schema")}
        </a>
        <a className="button" data-look="quiet" href={inLanguage("/graphiql", other)} lang={other} hrefLang={other}>
          {words("otherLanguage")}
        </a>
      </nav>
      <p className="quiet">{words("person", { name: person.displayName })}</p>
    </header>
  );
}
