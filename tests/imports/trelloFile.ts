import { Readable } from "node:stream";

/** Identity in the manner of Trello: the first eight digits are the second in which the thing was made. */
export const trelloId = (number: number): string => `5f${number.toString(16).padStart(22, "0")}`;

type Json = Record<string, unknown>;
const list = (number: number, name: string, closed = false) => ({ id: trelloId(number), name, closed, pos: number * 1000.5 });
const comment = (number: number, card: number, text: string, member = 31) => ({
  id: trelloId(number),
  type: "commentCard",
  date: "2024-03-02T10:00:00.000Z",
  idMemberCreator: trelloId(member),
  memberCreator: { id: trelloId(member), fullName: "Anna Buiten", username: "annabuiten" },
  data: { text, card: { id: trelloId(card) }, list: { id: trelloId(1) } },
});
const card = (number: number, name: string, listNumber: number, more: Json = {}) => ({
  id: trelloId(number),
  name,
  desc: "",
  idList: trelloId(listNumber),
  pos: number,
  closed: false,
  due: null,
  idMembers: [],
  idLabels: [],
  labels: [],
  attachments: [],
  dateLastActivity: "2024-03-01T10:00:00.000Z",
  ...more,
});

/** A small board that holds one of everything. */
export function smallBoard(): Json & { cards: Json[]; lists: Json[]; actions: Json[]; checklists: Json[]; members: Json[] } {
  return {
    id: trelloId(99),
    name: "Klein bord",
    actions: [
      comment(50, 11, "Eerste **reactie**"),
      { id: trelloId(51), type: "updateCard", date: "2024-03-02T10:00:00.000Z", data: { old: { name: "x" } } },
      comment(52, 12, `${"lang ".repeat(1000)}einde`, 32),
    ],
    cards: [
      card(11, "Wervingsavond", 1, {
        pos: 20,
        due: "2024-06-30T22:30:00.000Z",
        idMembers: [trelloId(31), trelloId(33)],
        idLabels: [trelloId(41), trelloId(42)],
      }),
      card(12, "<script>alert(1)</script> & <b>vet</b>", 2, {
        pos: 10,
        idMembers: [trelloId(32)],
        desc: "Bel mevrouw Jansen op 06-12345678",
        idChecklists: [trelloId(61)],
      }),
      card(13, "Bovenaan", 2, {
        pos: 5,
        attachments: [
          { id: trelloId(71), name: "Plan", url: "https://example.org/plan" },
          { id: trelloId(72), name: "Oud", url: "http://example.org/oud" },
        ],
      }),
      card(14, "Gelijk", 2, { pos: 10 }),
      card(15, "Zonder plaats", 2, { pos: null }),
      card(16, "Gearchiveerd", 3, { closed: true }),
      card(17, `${"woord ".repeat(40)}slot`, 3, {
        customFieldItems: [
          { id: trelloId(81), idCustomField: trelloId(82), idValue: trelloId(83) },
          { id: trelloId(84), idCustomField: trelloId(85), value: { checked: "true" } },
        ],
      }),
      card(18, "In een dichte lijst", 4),
    ],
    checklists: [
      {
        id: trelloId(61),
        name: "Checklist",
        idCard: trelloId(12),
        pos: 1,
        checkItems: [
          { id: trelloId(62), name: "Tweede", state: "incomplete", pos: 2 },
          { id: trelloId(63), name: "Eerste", state: "complete", pos: 1 },
        ],
      },
      { id: trelloId(64), name: "Later", idCard: trelloId(12), pos: 2, checkItems: [{ id: trelloId(65), name: "Derde", state: "incomplete", pos: 1 }] },
    ],
    customFields: [
      { id: trelloId(82), name: "Wijk", type: "list", options: [{ id: trelloId(83), value: { text: "Oost" } }] },
      { id: trelloId(85), name: "Subsidie", type: "checkbox" },
    ],
    labels: [
      { id: trelloId(41), name: "Werving", color: "sky" },
      { id: trelloId(42), name: "", color: "green" },
    ],
    lists: [list(1, "Te doen"), list(2, "Mee bezig"), list(3, "Done"), list(4, "Oud spul", true)],
    members: [
      { id: trelloId(31), fullName: "Anna Buiten", username: "annabuiten" },
      { id: trelloId(32), fullName: "Ben Buiten", username: "benbuiten" },
      { id: trelloId(33), fullName: "Cor Buiten", username: "corbuiten" },
    ],
  };
}

/** A stream of bytes, in chunks. */
export const streamOf = (content: string | Uint8Array, chunk = 1_000): Readable => {
  const bytes = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  return Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
    })(),
  );
};

/** The file of a board. */
export const fileOf = (board: unknown): Readable => streamOf(JSON.stringify(board));
