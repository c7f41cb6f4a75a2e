/** A file or choice that an import refuses, in one sentence with the place; nothing was changed. */
export class ImportRefused extends Error {}
