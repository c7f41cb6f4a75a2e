import { InMemoryCache } from "@apollo/client";

/** The cache of one membership: whole lists are replaced, never merged. */
export const hubCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes: { LiveSubject: ["Task", "Board"] },
    typePolicies: {
      Board: { fields: { tasks: { merge: false }, columns: { merge: false } } },
      Task: {
        fields: {
          assignments: { merge: false },
          labels: { merge: false },
          openPoints: { merge: false },
          promises: { merge: false },
          placements: { merge: false },
          checklist: { merge: false },
          comments: { merge: false },
          links: { merge: false },
        },
      },
      TaskOpenPoint: { keyFields: false },
      FieldChange: { keyFields: false },
      Query: { fields: { task: { read: (known, { args, toReference }) => known ?? toReference({ __typename: "Task", id: String(args?.["id"]) }) } } },
    },
  });
