import type { Organisation } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { busyFrom, type Load } from "./division.ts";
import { divisionWords } from "./divisionWords.ts";

const whole = 100;

/** Drukte per partner, below the table. */
export function MatrixLoad({ organisations, loads }: { readonly organisations: readonly Organisation[]; readonly loads: ReadonlyMap<string, Load> }) {
  const t = useWords(divisionWords);
  return (
    <tfoot>
      <tr data-load>
        <th scope="row">
          {t("load")} <small>{t("loadHint")}</small>
        </th>
        {organisations.map(({ id, letters, shortName: name }) => {
          const { leads, does } = loads.get(id) ?? { leads: 0, does: 0 };
          const busy = leads + does >= busyFrom;
          return (
            <td key={id} data-load-of={letters} data-busy={busy || undefined}>
              <span aria-hidden>{t("loadShort", { leads, does })}</span>
              <span className="load-bar" aria-hidden>
                <i style={{ width: `${Math.min(whole, ((leads + does) / (busyFrom + 3)) * whole)}%` }} />
              </span>
              <span className="hidden-text">{t(busy ? "loadBusy" : "loadOf", { name, leads, does })}</span>
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
