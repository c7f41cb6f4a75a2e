import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the page is being printed; what is drawn for it stands before the picture is taken. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const start = () => flushSync(() => setPrinting(true));
    const stop = () => setPrinting(false);
    window.addEventListener("beforeprint", start);
    window.addEventListener("afterprint", stop);
    return () => {
      window.removeEventListener("beforeprint", start);
      window.removeEventListener("afterprint", stop);
    };
  }, []);
  return printing;
}
