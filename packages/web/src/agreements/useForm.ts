import { type FormEvent, useState } from "react";
import type { Outcome } from "./useAgreementAct.ts";

interface Form {
  readonly busy: boolean;
  readonly error: string | null;
  readonly submit: (event: FormEvent) => void;
}

/** A form that waits for the hub and shows its answer; a second press while it waits does nothing. */
export function useForm(act: () => Promise<Outcome>, onDone: (number: string) => void): Form {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setError(null);
    const outcome = await act();
    setBusy(false);
    if (outcome.ok) return onDone(outcome.number);
    setError(outcome.text);
  };
  return {
    busy,
    error,
    submit: (event) => {
      event.preventDefault();
      if (!busy) void run();
    },
  };
}
