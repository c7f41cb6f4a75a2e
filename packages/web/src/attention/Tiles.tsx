import { useLanguage } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import type { Tile } from "./useToday.ts";
import { attentionWords } from "./words.ts";

const whole = 100;

function OneTile({ tile }: { readonly tile: Tile }) {
  const t = useWords(attentionWords);
  const nl = useLanguage() === "nl";
  const { key, value, of } = tile;
  const share = of > 0 ? (value / of) * whole : 0;
  return (
    <li className="today-tile" data-tile={key} data-stuck={key === "M03" && value > 0 ? "" : undefined}>
      <h3>{nl ? tile.nameNl : tile.nameEn}</h3>
      <p className="today-value">
        {of > 0 ? (
          <>
            <b>{value}</b> <span>{t("ofAll", { of })}</span>
          </>
        ) : (
          <span>{t("nothingToCount")}</span>
        )}
      </p>
      <span className="today-bar" aria-hidden>
        <i style={{ width: `${share}%` }} />
      </span>
      <p className="today-definition">{nl ? tile.definitionNl : tile.definitionEn}</p>
    </li>
  );
}

/** The figures of Vandaag, each with how it is counted. */
export function Tiles({ tiles }: { readonly tiles: readonly Tile[] }) {
  const t = useWords(attentionWords);
  return (
    <section className="today-tiles" aria-label={t("tiles")}>
      <ul>
        {tiles.map((tile) => (
          <OneTile key={tile.key} tile={tile} />
        ))}
      </ul>
    </section>
  );
}
