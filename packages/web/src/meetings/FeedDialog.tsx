import { CreateCalendarFeedDocument } from "@wijkbord/schema/operations";
import { useState } from "react";
import { useScope } from "../activity/scope.ts";
import { useCoalition } from "../coalitions/coalition.ts";
import { useWords } from "../language/words.ts";
import { newId } from "../shared/ids.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, FieldError } from "../ui/Field.tsx";
import { showToast } from "../ui/Toasts.tsx";
import { meetingWords } from "./words.ts";

/** A private address with which a calendar shows the meetings and own dates; it is shown once. */
export function FeedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(meetingWords);
  const { client } = useScope();
  const { id: coalitionId } = useCoalition();
  const [address, setAddress] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const make = async () => {
    const variables = { input: { coalitionId, clientMutationId: newId() } };
    const answer = await client.mutate({ mutation: CreateCalendarFeedDocument, variables, fetchPolicy: "no-cache" }).catch(() => null);
    const made = answer?.data?.createCalendarFeed;
    const path = made?.__typename === "CreateCalendarFeedPayload" ? made.path : null;
    setFailed(path === null || path === undefined);
    setAddress(path ? `${window.location.origin}${path}` : null);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(address ?? "");
    showToast({ text: t("copied") });
  };
  const actions = address ? (
    <Button look="primary" onClick={() => void copy()}>
      {t("copy")}
    </Button>
  ) : (
    <Button look="primary" onClick={() => void make()}>
      {t("makeAddress")}
    </Button>
  );
  return (
    <Dialog title={t("feed")} onClose={onClose} actions={actions}>
      <p>{t("feedHint")}</p>
      {address && (
        <Field label={t("feedAddress")} hint={t("feedOnce")}>
          <input readOnly value={address} onFocus={(event) => event.target.select()} />
        </Field>
      )}
      {failed && <FieldError>{t("failed")}</FieldError>}
    </Dialog>
  );
}
