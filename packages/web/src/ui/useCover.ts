import { useLayoutEffect } from "react";

const wide = window.matchMedia("(min-width: 1200px)");

/** Takes the page out of reach while something lies over it. In a wide window there is room beside the page. */
export function useCover(): void {
  useLayoutEffect(() => {
    const page = document.querySelector(".frame-around");
    const update = () => page?.toggleAttribute("inert", !wide.matches);
    update();
    wide.addEventListener("change", update);
    return () => {
      wide.removeEventListener("change", update);
      page?.removeAttribute("inert");
    };
  }, []);
}
