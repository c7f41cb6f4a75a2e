interface Neighbourhood {
  readonly areaCode: string;
  readonly slug: string;
}

/** The neighbourhood that a segment of an address names, by name or by code. */
export const neighbourhoodAt = <N extends Neighbourhood>(segment: string, all: readonly N[]): N | undefined =>
  all.find(({ areaCode, slug }) => slug === segment.toLowerCase() || areaCode.toLowerCase() === segment.toLowerCase());
