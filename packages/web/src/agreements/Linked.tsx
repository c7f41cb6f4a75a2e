import { useApolloClient } from "@apollo/client/react";
import { linkLimits, mayManageAgreement, mayWriteVersion } from "@wijkbord/schema";
import {
  AddAgreementLinkDocument,
  LinkAgreementTaskDocument,
  RemoveAgreementLinkDocument,
  TaskByNumberDocument,
  UnlinkAgreementTaskDocument,
} from "@wijkbord/schema/operations";
import { ExternalLink, SquareKanban, Trash2, Unlink } from "lucide-react";
import { useState } from "react";
import { Link } from "../shared/router.tsx";
import { taskPath, useCoalition } from "../coalitions/coalition.ts";
import { usePath } from "../language/language.ts";
import { useWords } from "../language/words.ts";
import { LinkForm } from "../shared/LinkForm.tsx";
import { linkWords } from "../shared/linkWords.ts";
import { Button, IconButton } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Card } from "./Card.tsx";
import { useOpenAgreement } from "./useAgreement.ts";
import { type Outcome, useAgreementAct } from "./useAgreementAct.ts";
import { useForm } from "./useForm.ts";
import { agreementWords } from "./words.ts";

function LinkTask({ onDone }: { readonly onDone: () => void }) {
  const t = useWords(agreementWords);
  const act = useAgreementAct();
  const client = useApolloClient();
  const { id: coalitionId, taskPrefix } = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const [number, setNumber] = useState("");
  const run = async (): Promise<Outcome> => {
    const digits = Number(/(\d+)\s*$/.exec(number)?.[1] ?? 0);
    const { data } = await client.query({ query: TaskByNumberDocument, variables: { coalitionId, number: digits }, fetchPolicy: "network-only" });
    const task = data?.open.nodes[0] ?? data?.archived.nodes[0];
    if (!task) return { ok: false, text: t("noSuchTask"), problem: null };
    return act(LinkAgreementTaskDocument, { agreementId: agreement.id, taskId: task.id }, { quiet: true });
  };
  const { error, submit } = useForm(run, () => {
    onDone();
    void reload();
  });
  return (
    <form className="inline-form" aria-label={t("linkTask")} onSubmit={submit}>
      <Field label={t("taskNumber")} error={error}>
        <input autoFocus required placeholder={`${taskPrefix}-117`} value={number} onChange={(event) => setNumber(event.target.value)} />
      </Field>
      <Button small type="submit" look="primary">
        {t("linkTask")}
      </Button>
    </form>
  );
}

/** Tasks that exist because of the agreement, and links to documents elsewhere. */
export function Linked() {
  const t = useWords(agreementWords);
  const l = useWords(linkWords);
  const act = useAgreementAct();
  const path = usePath();
  const coalition = useCoalition();
  const { agreement, reload } = useOpenAgreement();
  const [adding, setAdding] = useState<"task" | "link" | null>(null);
  const mayLink = mayWriteVersion(coalition.viewer, agreement) && agreement.state !== "ENDED";
  const mayAddLinks = mayManageAgreement(coalition.viewer, agreement) || mayLink;
  if (agreement.tasks.length + agreement.links.length === 0 && !mayLink) return null;
  const remove = async (outcome: Promise<Outcome>) => {
    if ((await outcome).ok) await reload();
  };
  const toggle = (which: "task" | "link") => setAdding(adding === which ? null : which);
  const actions = mayLink && (
    <>
      <Button small look="quiet" aria-expanded={adding === "task"} onClick={() => toggle("task")}>
        {t("linkTask")}
      </Button>
      {mayAddLinks && agreement.links.length < linkLimits.links && (
        <Button small look="quiet" aria-expanded={adding === "link"} onClick={() => toggle("link")}>
          {l("addLink")}
        </Button>
      )}
    </>
  );
  return (
    <Card title={t("belongs")} action={actions} className="linked">
      {adding === "task" && <LinkTask onDone={() => setAdding(null)} />}
      {adding === "link" && (
        <LinkForm
          onSave={(link) => act(AddAgreementLinkDocument, { agreementId: agreement.id, ...link }, { quiet: true })}
          onDone={() => {
            setAdding(null);
            void reload();
          }}
        />
      )}
      {agreement.tasks.length + agreement.links.length === 0 && <p className="quiet">{t("nothingLinked")}</p>}
      <ul>
        {agreement.tasks.map((task) => (
          <li key={task.id}>
            <SquareKanban size={17} aria-hidden />
            <Link to={path(taskPath(coalition, task.number))}>
              <span className="digits">{task.number}</span> <span lang="nl">{task.title}</span>
              <small>
                {t("taskWord")}, {t(`task_${task.state}`)}
              </small>
            </Link>
            {mayLink && (
              <IconButton
                label={t("unlink", { name: task.number })}
                onClick={() => void remove(act(UnlinkAgreementTaskDocument, { agreementId: agreement.id, taskId: task.id }))}
              >
                <Unlink size={15} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
        {agreement.links.map((link) => (
          <li key={link.id}>
            <ExternalLink size={17} aria-hidden />
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {link.title}
              <small>
                {l("opensAt", { site: new URL(link.url).hostname })}
                {link.audience && ` · ${link.audience}`}
              </small>
            </a>
            {mayLink && (
              <IconButton
                label={l("removeLink", { title: link.title })}
                onClick={() => void remove(act(RemoveAgreementLinkDocument, { agreementId: agreement.id, linkId: link.id }))}
              >
                <Trash2 size={15} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
