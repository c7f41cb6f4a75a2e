interface TaskPanelProps {
  /** Name of the coalition in addresses. */
  readonly coalition: string;
  /** Short number, for example ZW-117. */
  readonly number: string;
}

/** Everything of one task, beside the board. */
export function TaskPanel({ number }: TaskPanelProps) {
  return <h2>{number}</h2>;
}
