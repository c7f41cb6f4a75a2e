import "../ui/tokens.css";
import "../ui/tokens.dark.css";
import "../ui/base.css";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import { type Language, LanguageContext } from "../language/language.ts";
import { applyTheme } from "../ui/theme.ts";
import { GraphiQLPage } from "./GraphiQLPage.tsx";
import "./graphiql.css";

const language: Language = window.location.pathname.startsWith("/en/") ? "en" : "nl";
document.documentElement.lang = language;
applyTheme();
const root = document.getElementById("graphiql");
if (root) {
  createRoot(root).render(
    <LanguageContext value={language}>
      <GraphiQLPage />
    </LanguageContext>,
  );
}
