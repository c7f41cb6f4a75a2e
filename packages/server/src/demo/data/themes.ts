import { defaultThemes } from "../../tasks/defaultThemes.ts";
import type { DemoTheme } from "./types.ts";

/** The themes that every coalition starts with. */
export const programmeThemes: DemoTheme[] = [...defaultThemes];
