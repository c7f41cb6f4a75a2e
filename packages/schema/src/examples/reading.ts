import type { Example } from "./example.ts";

/** Questions that are answered once. */
export const readingExamples: readonly Example[] = [
  {
    key: "waits-on-us",
    live: false,
    title: { nl: "Wat wacht op mijn organisatie", en: "What waits on my organisation" },
    explanation: {
      nl: "De taken waarop jouw organisatie een letter is voorgesteld en nog niet heeft geantwoord, met wat er verder nog te regelen is.",
      en: "The tasks on which a letter was proposed to your organisation and not answered yet, with what else is still to be arranged.",
    },
    uses: ["coalitionId", "organisationId"],
    document: `query WhatWaitsOnUs($coalitionId: ID!, $organisationId: ID!) {
  tasks(coalitionId: $coalitionId, filter: { waitsOnOrganisationId: $organisationId }, first: 100) {
    totalCount
    nodes {
      number
      title
      state
      areaCode
      dueOn
      openPoints {
        code
      }
    }
  }
}
`,
  },
  {
    key: "letters-per-area",
    live: false,
    title: { nl: "Wie heeft welke letter in deze wijk", en: "Who has which letter in this neighbourhood" },
    explanation: {
      nl: "De taken van één wijk met hun letters: wie trekt, doet, helpt, denkt mee of weet ervan, en of de organisatie dat zelf heeft bevestigd. Kies boven in de pagina een andere wijk.",
      en: "The tasks of one neighbourhood with their letters, and whether the organisation confirmed them itself. Choose another neighbourhood at the top of the page.",
    },
    uses: ["coalitionId", "areaCode"],
    document: `query LettersInArea($coalitionId: ID!, $areaCode: String!) {
  tasks(coalitionId: $coalitionId, filter: { areaCode: $areaCode }, first: 100) {
    totalCount
    nodes {
      areaCode
      number
      title
      state
      assignments {
        letter
        organisation {
          shortName
        }
        state
      }
    }
  }
}
`,
  },
  {
    key: "no-accountable-per-theme",
    live: false,
    title: { nl: "Taken zonder trekker, per thema", en: "Tasks without trekker, per theme" },
    explanation: {
      nl: "Taken waarvoor nog niemand de trekker is, met het thema erbij. Kopieer ze als tabel en groepeer in Excel op thema.",
      en: "Tasks that nobody carries yet, with their theme. Copy them as a table and group by theme in a spreadsheet.",
    },
    uses: ["coalitionId"],
    document: `query TasksWithoutTrekker($coalitionId: ID!) {
  tasks(coalitionId: $coalitionId, filter: { withoutAccountable: true }, first: 100) {
    totalCount
    nodes {
      theme {
        nameNl
      }
      number
      title
      state
      areaCode
      dueOn
    }
  }
}
`,
  },
  {
    key: "task-with-history",
    live: false,
    title: { nl: "Eén taak met zijn geschiedenis", en: "One task with its history" },
    explanation: {
      nl: "Wat er met één taak is gebeurd, het nieuwste eerst: wie, wanneer en wat er veranderde. Van interne notities zie je alleen die van je eigen organisatie.",
      en: "What happened to one task, newest first: who, when and what changed. Of internal notes you see only those of your own organisation.",
    },
    uses: ["taskId"],
    document: `query TaskWithHistory($taskId: ID!) {
  task(id: $taskId) {
    number
    title
    state
    version
    history(first: 50) {
      sequence
      occurredAt
      type
      actor {
        displayName
        organisation {
          shortName
        }
      }
      changes {
        field
        before
        after
      }
    }
  }
}
`,
  },
  {
    key: "figures-beside-tasks",
    live: false,
    title: { nl: "Cijfers van een wijk naast de open taken", en: "Figures of a neighbourhood beside its open tasks" },
    explanation: {
      nl: "De kerncijfers van het CBS voor deze wijk, elk met jaar en bron, naast de taken die nog niet klaar zijn. Geen cijfer is leeg, nooit nul.",
      en: "The CBS key figures of this neighbourhood, each with its year and source, beside the tasks that are not done. A missing figure is null, never zero.",
    },
    uses: ["coalitionId", "areaCode"],
    document: `query FiguresBesideTasks($coalitionId: ID!, $areaCode: String!) {
  neighbourhood(code: $areaCode) {
    name
    figures {
      indicator {
        nameNl
        unit
      }
      year
      value
      source
    }
  }
  tasks(
    coalitionId: $coalitionId
    filter: { areaCode: $areaCode, open: true }
    first: 100
  ) {
    totalCount
    nodes {
      number
      title
      state
      dueOn
    }
  }
}
`,
  },
];
