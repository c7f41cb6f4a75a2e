const place = (key: string) => `wijkbord.draft.${key}`;

/** Keeps unfinished text on this device, so that a crash or a closed tab loses nothing. */
export function keepDraft(key: string, text: string): void {
  try {
    sessionStorage.setItem(place(key), text);
  } catch {
    // A full or closed store costs only the copy, never the text on the screen.
  }
}

export const readDraft = (key: string): string | null => sessionStorage.getItem(place(key));
export const clearDraft = (key: string): void => sessionStorage.removeItem(place(key));
