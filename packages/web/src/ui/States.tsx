import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../language/words.ts";
import { Button } from "./Button.tsx";
import "./States.css";
import { uiWords } from "./words.ts";

/** Grey shapes in the place of what comes. */
export function Skeleton({ rows = 3, height = 84 }: { readonly rows?: number; readonly height?: number }) {
  const t = useWords(uiWords);
  return (
    <div className="skeleton" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} style={{ height }} />
      ))}
    </div>
  );
}

/** Nothing here yet, and what you can do. */
export function EmptyState({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

interface ErrorBlockProps {
  readonly title?: string;
  readonly hint?: string;
  readonly onRetry?: () => void;
}

/** It did not work: what happened and what now. */
export function ErrorBlock({ title, hint, onRetry }: ErrorBlockProps) {
  const t = useWords(uiWords);
  return (
    <div className="error-block" role="alert">
      <TriangleAlert size={20} aria-hidden />
      <div>
        <h2>{title ?? t("failed")}</h2>
        <p>{hint ?? t("failedHint")}</p>
        {onRetry && (
          <Button onClick={onRetry}>
            <RotateCw size={15} aria-hidden />
            {t("tryAgain")}
          </Button>
        )}
      </div>
    </div>
  );
}
