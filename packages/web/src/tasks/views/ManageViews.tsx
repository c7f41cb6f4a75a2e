import { mayChangeView, mayMakeDefault, mayShareView, savedViewLimits } from "@wijkbord/schema";
import { RemoveSavedViewDocument, UpdateSavedViewDocument, type ViewFragment } from "@wijkbord/schema/operations";
import { Link2, Share2, Trash2, View } from "lucide-react";
import { useState } from "react";
import { useCoalition } from "../../coalitions/coalition.ts";
import { useWords } from "../../language/words.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { FieldError } from "../../ui/Field.tsx";
import { showToast } from "../../ui/Toasts.tsx";
import { useBoard } from "../boardContext.ts";
import { useAct } from "../useAct.ts";
import { contentOf } from "./savedView.ts";
import { savedViewWords } from "./savedViewWords.ts";
import "./SavedViews.css";

type Reload = () => Promise<unknown>;

function ViewRow({ view, reload }: { readonly view: ViewFragment; readonly reload: Reload }) {
  const t = useWords(savedViewWords);
  const act = useAct();
  const { viewer } = useCoalition();
  const { address, savedId, openSaved, showSaved } = useBoard();
  const [error, setError] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  const [usual, setUsual] = useState<boolean | null>(null);
  const { id, name, version: expectedVersion, shared } = view;
  const may = mayChangeView(viewer, view);
  const mayOpen = mayMakeDefault(viewer, view);
  const update = async (change: { name?: string; shared?: boolean; isDefault?: boolean; content?: ReturnType<typeof contentOf> }, done?: string) => {
    const outcome = await act(UpdateSavedViewDocument, { id, expectedVersion, ...change }, { quiet: true });
    setError(outcome.ok ? null : outcome.text);
    if (outcome.ok && done) showToast({ text: done });
    await reload().catch(() => undefined);
    if (outcome.ok && change.content && savedId === id) showSaved(id, address);
  };
  const open = async (isDefault: boolean) => {
    setUsual(isDefault);
    await update({ isDefault });
    setUsual(null);
  };
  const remove = async () => {
    const outcome = await act(RemoveSavedViewDocument, { id, expectedVersion }, { quiet: true });
    if (!outcome.ok) return setError(outcome.text);
    if (savedId === id) openSaved(null);
    showToast({ text: t("removed", { name }) });
    return reload().catch(() => undefined);
  };
  const copy = async () => {
    const url = new URL(window.location.href);
    url.search = `?weergave=${id}`;
    await navigator.clipboard.writeText(url.href).then(
      () => showToast({ text: t("copied") }),
      () => showToast({ text: t("copyFailed"), tone: "problem" }),
    );
  };
  return (
    <li className="saved-view">
      <div className="saved-view-row">
        <input
          className="input"
          key={name}
          aria-label={t("rename", { name })}
          defaultValue={name}
          maxLength={savedViewLimits.name}
          disabled={!may}
          onBlur={({ target }) => target.value.trim() && target.value.trim() !== name && void update({ name: target.value.trim() })}
        />
        {shared && (
          <IconButton label={t("copyLink", { name })} onClick={() => void copy()}>
            <Link2 size={16} aria-hidden />
          </IconButton>
        )}
        {may && (
          <IconButton label={t("takeOver", { name })} onClick={() => void update({ content: contentOf(address) }, t("takenOver", { name }))}>
            <View size={16} aria-hidden />
          </IconButton>
        )}
        {!shared && may && mayShareView(viewer) && (
          <IconButton label={t("share", { name })} onClick={() => void update({ shared: true })}>
            <Share2 size={16} aria-hidden />
          </IconButton>
        )}
        {may && (
          <IconButton label={t("remove", { name })} onClick={() => setSure(true)}>
            <Trash2 size={16} aria-hidden />
          </IconButton>
        )}
      </div>
      {(mayOpen || view.isDefault) && (
        <label className="saved-view-usual">
          <input type="checkbox" checked={usual ?? view.isDefault} disabled={!mayOpen} onChange={({ target }) => void open(target.checked)} />
          {t(shared ? "opensAll" : "opensMine", { name })}
        </label>
      )}
      {sure && (
        <p className="saved-view-sure">
          <Button small look="danger" onClick={() => void remove()}>
            {t("removeSure")}
          </Button>
          <Button small look="quiet" onClick={() => setSure(false)}>
            {t("cancel")}
          </Button>
        </p>
      )}
      {error && <FieldError>{error}</FieldError>}
    </li>
  );
}

interface ManageViewsProps {
  readonly views: readonly ViewFragment[];
  readonly reload: Reload;
  readonly onClose: () => void;
}

/** Rename, share, throw away, and what the board opens with. */
export function ManageViews({ views, reload, onClose }: ManageViewsProps) {
  const t = useWords(savedViewWords);
  const lists = [
    [t("mine"), views.filter(({ shared }) => !shared)],
    [t("shared"), views.filter(({ shared }) => shared)],
  ] as const;
  return (
    <Dialog title={t("manageTitle")} onClose={onClose}>
      {views.length === 0 && <p>{t("none")}</p>}
      {lists.map(([title, own]) =>
        own.length === 0 ? null : (
          <section key={title}>
            <h3>{title}</h3>
            <ul className="saved-view-list">
              {own.map((view) => (
                <ViewRow key={view.id} view={view} reload={reload} />
              ))}
            </ul>
          </section>
        ),
      )}
    </Dialog>
  );
}
