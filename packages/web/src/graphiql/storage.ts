import type { Storage } from "@graphiql/toolkit";

/** Keeps tabs and history of one person apart from those of others on the same device. */
export function storageOf(personId: string): Storage {
  const prefix = `wijkbord-graphiql:${personId}:`;
  const own = () => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key) => localStorage.getItem(prefix + key),
    setItem: (key, value) => localStorage.setItem(prefix + key, value),
    removeItem: (key) => localStorage.removeItem(prefix + key),
    clear: () => own().forEach((key) => localStorage.removeItem(key)),
    get length() {
      return own().length;
    },
  };
}
