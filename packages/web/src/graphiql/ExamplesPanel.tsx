import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { type Example, examples, variablesOf } from "@wijkbord/schema/examples";
import { BookOpen } from "lucide-react";
import { type Language, useLanguage } from "../language/language.ts";
import { useWords, wordsIn } from "../language/words.ts";
import { Button } from "../ui/Button.tsx";
import { useIds } from "./ids.ts";
import { graphiqlWords } from "./words.ts";

const isNarrow = () => window.matchMedia("(max-width: 760px)").matches;

/** Puts an example in the editors and asks it. */
function useTry(): (example: Example) => void {
  const ids = useIds();
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({ queryEditor: state.queryEditor, variableEditor: state.variableEditor }));
  const { run, stop, setVisiblePlugin } = useGraphiQLActions();
  return (example) => {
    stop();
    queryEditor?.setValue(example.document);
    variableEditor?.setValue(JSON.stringify(variablesOf(example, ids), null, 2));
    run();
    if (isNarrow()) setVisiblePlugin(null);
  };
}

function ExampleItem({ example }: { readonly example: Example }) {
  const language = useLanguage();
  const words = useWords(graphiqlWords);
  const { taskId } = useIds();
  const tryIt = useTry();
  const missing = example.uses.includes("taskId") && taskId === null;
  return (
    <li>
      <h3 id={`example-${example.key}`}>{example.title[language]}</h3>
      <p>{missing ? words("noTask") : example.explanation[language]}</p>
      <Button small id={`try-${example.key}`} aria-labelledby={`try-${example.key} example-${example.key}`} disabled={missing} onClick={() => tryIt(example)}>
        {words("run")}
      </Button>
    </li>
  );
}

function ExamplesPanel() {
  const words = useWords(graphiqlWords);
  return (
    <section className="examples" aria-labelledby="examples-title">
      <h2 id="examples-title">{words("examples")}</h2>
      <p>{words("examplesIntro")}</p>
      <ul>
        {examples.map((example) => (
          <ExampleItem key={example.key} example={example} />
        ))}
      </ul>
    </section>
  );
}

const ExamplesIcon = () => <BookOpen aria-hidden strokeWidth={1.6} />;

const panel = (title: string): GraphiQLPlugin => ({ title, icon: ExamplesIcon, content: ExamplesPanel });

/** The panel with ready examples in the side bar of GraphiQL. */
export const examplesPlugins: Readonly<Record<Language, GraphiQLPlugin>> = {
  nl: panel(wordsIn(graphiqlWords, "nl")("examples")),
  en: panel(wordsIn(graphiqlWords, "en")("examples")),
};
