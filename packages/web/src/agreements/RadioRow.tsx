import { useId } from "react";

interface RadioRowProps<Choice extends string> {
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly label: (choice: Choice) => string;
}

/** A question with one answer out of a few. */
export function RadioRow<Choice extends string>({ legend, choices, value, onChange, label }: RadioRowProps<Choice>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {choices.map((each) => (
        <label key={each}>
          <input type="radio" name={name} checked={value === each} onChange={() => onChange(each)} />
          {label(each)}
        </label>
      ))}
    </fieldset>
  );
}
