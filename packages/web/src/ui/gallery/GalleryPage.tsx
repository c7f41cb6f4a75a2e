import type { ReactNode } from "react";
import { Button } from "../Button.tsx";
import { Chip } from "../Chip.tsx";
import { Markdown } from "../Markdown.tsx";
import { EmptyState, ErrorBlock, Skeleton } from "../States.tsx";
import { type Density, type Theme, chooseDensity, chooseTheme, useDensity, useTheme } from "../theme.ts";
import { Toasts } from "../Toasts.tsx";
import "./Gallery.css";
import { Buttons, Fields, Marks, Opening, Parties } from "./Samples.tsx";

const themes: readonly Theme[] = ["system", "light", "dark"];
const densities: readonly Density[] = ["comfortable", "compact"];
const tones = ["ink", "ink-2", "ink-3", "action-ink", "info-ink", "warning-ink", "negative-ink", "positive-ink", "neutral-ink"];
const text = "## Artikel 1\n\nTekst met **nadruk**, een [koppeling](https://example.org) en een lijst:\n\n1. één\n2. twee\n\n> Een aanhaling.";

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="gallery-part">
    <h2>{title}</h2>
    <div>{children}</div>
  </section>
);

/** Every part of the interface in every state, to look at while it is being built. */
export function GalleryPage() {
  const theme = useTheme();
  const density = useDensity();
  return (
    <main className="gallery">
      <h1>Onderdelen</h1>
      <Part title="Uiterlijk">
        {themes.map((each) => (
          <Chip key={each} pressed={each === theme} onClick={() => chooseTheme(each)}>
            {each}
          </Chip>
        ))}
        {densities.map((each) => (
          <Chip key={each} pressed={each === density} onClick={() => chooseDensity(each)}>
            {each}
          </Chip>
        ))}
      </Part>
      <Part title="Letters">
        {tones.map((tone) => (
          <span key={tone} style={{ color: `var(--wb-${tone})` }}>
            {tone}
          </span>
        ))}
      </Part>
      <Part title="Knoppen">
        <Buttons />
      </Part>
      <Part title="Filters en standen">
        <Marks />
      </Part>
      <Part title="Organisaties en personen">
        <Parties />
      </Part>
      <Part title="Velden">
        <Fields />
      </Part>
      <Part title="Wat opengaat">
        <Opening />
      </Part>
      <Part title="Laden, leeg en mislukt">
        <Skeleton rows={2} height={40} />
        <EmptyState title="Nog geen taken" action={<Button look="primary">Maak de eerste</Button>}>
          Begin met wat deze week moet gebeuren.
        </EmptyState>
        <ErrorBlock onRetry={() => undefined} />
      </Part>
      <Part title="Tekst van leden">
        <Markdown text={text} />
      </Part>
      <Toasts />
    </main>
  );
}
