import "./ui/tokens.css";
import "./ui/tokens.dark.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { preload, routes } from "./routes.tsx";
import { Router } from "./shared/router.tsx";
import { keepShell } from "./shell.ts";
import { applyTheme } from "./ui/theme.ts";
import { rememberTyping } from "./ui/typedText.ts";

preload(window.location.pathname);
applyTheme();
keepShell();
rememberTyping();
const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app.");
createRoot(place).render(
  <StrictMode>
    <Router routes={routes} />
  </StrictMode>,
);
