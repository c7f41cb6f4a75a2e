import "./ui/tokens.css";
import "./ui/tokens.dark.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { routes } from "./routes.tsx";
import { keepShell } from "./shell.ts";
import { applyTheme } from "./ui/theme.ts";

applyTheme();
keepShell();
const place = document.getElementById("app");
if (!place) throw new Error("index.html has no place for the app.");
createRoot(place).render(
  <StrictMode>
    <RouterProvider router={createBrowserRouter(routes)} />
  </StrictMode>,
);
