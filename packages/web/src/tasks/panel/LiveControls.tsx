import { type ComponentProps, useState } from "react";
import type { Outcome } from "../useAct.ts";

/** Shows a wish at once, until the hub has it or refuses it. */
function useWish<Value>(value: Value, send: (wish: Value) => Promise<Outcome>): [Value, (wish: Value) => void] {
  const [wish, setWish] = useState<{ readonly from: Value; readonly to: Value } | null>(null);
  if (wish && wish.from !== value) setWish(null);
  const choose = (to: Value) => {
    setWish({ from: value, to });
    void send(to).then((outcome) => {
      if (!outcome.ok) setWish(null);
    });
  };
  return [wish ? wish.to : value, choose];
}

type LiveSelectProps = Omit<ComponentProps<"select">, "value" | "onChange"> & {
  readonly value: string;
  readonly send: (value: string) => Promise<Outcome>;
};

/** A choice that is sent as soon as it is made. */
export function LiveSelect({ value, send, ...rest }: LiveSelectProps) {
  const [shown, choose] = useWish(value, send);
  return <select {...rest} value={shown} onChange={(event) => choose(event.target.value)} />;
}

type LiveCheckProps = Omit<ComponentProps<"input">, "type" | "checked" | "onChange"> & {
  readonly checked: boolean;
  readonly send: (checked: boolean) => Promise<Outcome>;
};

/** A tick that is sent as soon as it is set. */
export function LiveCheck({ checked, send, ...rest }: LiveCheckProps) {
  const [shown, choose] = useWish(checked, send);
  return <input {...rest} type="checkbox" checked={shown} onChange={(event) => choose(event.target.checked)} />;
}
