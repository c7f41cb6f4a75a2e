import { lazy, Suspense } from "react";
import { useParams } from "react-router";
import { Skeleton } from "../ui/States.tsx";

const TaskPanel = lazy(async () => ({ default: (await import("./panel/TaskPanel.tsx")).TaskPanel }));

/** The place of the task panel in the addresses. */
export function TaskSlot() {
  const { coalition = "", number = "" } = useParams();
  return (
    <Suspense fallback={<Skeleton rows={4} />}>
      <TaskPanel key={number} coalition={coalition} number={number} />
    </Suspense>
  );
}
