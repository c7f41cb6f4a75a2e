interface Neighbourhood {
  readonly areaCode: string;
  readonly areaName: string;
}

/** A name as it stands in an address: "Bouwlust/Vrederust" is "bouwlust-vrederust". */
export const addressName = (name: string): string =>
  name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** The segment of a neighbourhood: its name when no other has the same, else its code. */
export function segmentOf<N extends Neighbourhood>({ areaCode, areaName }: Neighbourhood, all: readonly N[]): string {
  const name = addressName(areaName);
  const unique = name !== "" && all.filter((other) => addressName(other.areaName) === name).length === 1;
  return unique ? name : areaCode.toLowerCase();
}

/** The neighbourhood that a segment names, by name or by code. */
export const neighbourhoodAt = <N extends Neighbourhood>(segment: string, all: readonly N[]): N | undefined =>
  all.find(({ areaCode }) => areaCode.toLowerCase() === segment.toLowerCase()) ?? all.find((board) => segmentOf(board, all) === segment.toLowerCase());
