import { GitCompareArrows } from "lucide-react";
import { Link } from "../shared/router.tsx";
import { useWords } from "../language/words.ts";
import type { Version } from "./useAgreement.ts";
import { agreementWords } from "./words.ts";

/** Says that a newer version came, and leads to what changed; the text that is read stays. */
export function NewVersionBanner({ from, to, onOpen }: { readonly from: Version; readonly to: Version; readonly onOpen: () => void }) {
  const t = useWords(agreementWords);
  return (
    <p className="new-version" role="status">
      <GitCompareArrows size={18} aria-hidden />
      <span>{t("newVersion", { number: to.number })}</span>
      <Link to={`?versie=${to.number}&vergelijk=${from.number}&weergave=anders`} onClick={onOpen}>
        {t("seeChanges")}
      </Link>
    </p>
  );
}
