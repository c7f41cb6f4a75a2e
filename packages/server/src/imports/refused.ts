import type { ImportRefusal } from "@wijkbord/schema";

/** A file or choice that an import refuses, in one sentence with the place; nothing was changed. */
export class ImportRefused extends Error {
  constructor(
    message: string,
    private readonly dutch?: string,
  ) {
    super(message);
  }

  /** The sentence in both languages; without a Dutch one both are English. */
  get refusal(): ImportRefusal {
    return { nl: this.dutch ?? this.message, en: this.message };
  }
}

/** The file is not even the beginning of an export. */
export const notAnExport = (): ImportRefused =>
  new ImportRefused("At the beginning: a board export begins with {.", "Aan het begin: een export van een bord begint met {.");
