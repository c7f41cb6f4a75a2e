import { Priority, TaskState, WorkingStyle } from "@wijkbord/schema";
import { advises, asked, defaultColumns, does, helps, leads, leadsAndDoes, notes, says, steps, task } from "../builders.ts";
import type { DemoBoard } from "../types.ts";

export const bouwlustBoard: DemoBoard = {
  areaCode: "ZW-BOUWLUST",
  title: "Wijkbord Bouwlust",
  style: WorkingStyle.LIGHT,
  columns: defaultColumns(),
  tasks: [
    task({
      key: "onderhoud",
      title: "Assistenten woningonderhoud: vier plekken",
      state: TaskState.IN_PROGRESS,
      theme: "werk",
      actionLine: "instroom",
      dueInDays: 10,
      priority: Priority.HIGH,
      labels: ["vacatures"],
      checklist: steps(2, "Werk beschrijven", "Begeleider vragen", "Startdag kiezen"),
      assignments: [...leadsAndDoes("portiek", "demi"), helps("wsp"), advises("roc")],
      comments: [notes("demi", "Twee begeleiders hebben ja gezegd, een derde denkt nog na.")],
    }),
    task({
      key: "opleverlijst",
      title: "Opleverlijst maken met de schilders",
      state: TaskState.AGREED,
      theme: "wonen",
      actionLine: "lokaal",
      dueInDays: 15,
      labels: ["schilderwerk"],
      assignments: [leads("portiek"), does("kwast", "henk")],
    }),
    task({
      key: "tuinen",
      title: "Tuinen opknappen met de buurt",
      state: TaskState.PROPOSED,
      theme: "wonen",
      actionLine: "instapeconomie",
      assignments: [asked(leads("handen")), asked(helps("portiek"))],
    }),
    task({
      key: "fietsles",
      title: "Fietsles voor wie verder van huis wil werken",
      state: TaskState.PROPOSED,
      theme: "gezondheid",
      dueInDays: 28,
    }),
    task({
      key: "gesprekspunt",
      title: "Vaste plek voor gesprekken over de energierekening",
      state: TaskState.BLOCKED,
      theme: "energie",
      actionLine: "gesprekken",
      dueInDays: -1,
      blockedReason: "Wacht op de sleutel van de ruimte",
      assignments: [...leadsAndDoes("welzijn", "wouter"), asked(helps("portiek"))],
      comments: [says("wouter", "De ruimte is toegezegd. Alleen de sleutel ontbreekt nog.")],
    }),
    task({
      key: "meelopen",
      title: "Meeloopdag bij het isolatiebedrijf",
      state: TaskState.IN_PROGRESS,
      theme: "werk",
      actionLine: "instroom",
      dueInDays: 6,
      labels: ["isolatie"],
      assignments: [...leadsAndDoes("tochtdicht", "piotr"), helps("uwv", "imani")],
    }),
    task({
      key: "looproute",
      title: "Veilige looproute langs de bouwplaats",
      state: TaskState.DONE,
      theme: "veiligheid",
      dueInDays: -5,
      assignments: [...leadsAndDoes("tochtdicht"), advises("gemeente")],
    }),
    task({
      key: "cijfers",
      title: "Wat weten we van de wijk? Een overzicht",
      state: TaskState.DONE,
      theme: "samenhang",
      dueInDays: -25,
      allInformed: true,
      links: [{ title: "Overzicht", url: "https://duinrand.example/overzicht-bouwlust", audience: "Partners van de coalitie" }],
      assignments: [...leadsAndDoes("duinrand", "noor"), helps("uwv")],
    }),
  ],
};

/** Starts empty: what a new board looks like. */
export const vrederustBoard: DemoBoard = {
  areaCode: "ZW-VREDERUST",
  title: "Wijkbord Vrederust",
  style: WorkingStyle.LIGHT,
  columns: defaultColumns(),
  tasks: [],
};
