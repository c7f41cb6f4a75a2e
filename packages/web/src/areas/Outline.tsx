import { useMemo } from "react";

type MultiPolygon = readonly (readonly (readonly (readonly number[])[])[])[];

interface OutlineProps {
  readonly shapes: readonly { readonly code: string; readonly rings: MultiPolygon }[];
  readonly label: string;
}

const width = 320;

/** Longitude and latitude to a flat picture: north up, shrunk by the cosine of the latitude. */
function project(shapes: OutlineProps["shapes"]) {
  const points = shapes.flatMap(({ rings }) => rings.flat(2));
  const longitudes = points.map(([longitude = 0]) => longitude);
  const latitudes = points.map(([, latitude = 0]) => latitude);
  const [west, east, south, north] = [Math.min(...longitudes), Math.max(...longitudes), Math.min(...latitudes), Math.max(...latitudes)];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / Math.max((east - west) * squeeze, north - south, 1e-6);
  const at = ([longitude = 0, latitude = 0]: readonly number[]) =>
    `${((longitude - west) * squeeze * scale).toFixed(1)},${((north - latitude) * scale).toFixed(1)}`;
  return { at, size: [(east - west) * squeeze * scale, (north - south) * scale] as const };
}

/** The outline of an area, drawn from its boundary. */
export function Outline({ shapes, label }: OutlineProps) {
  const { paths, size } = useMemo(() => {
    const { at, size: measured } = project(shapes);
    const drawn = shapes.map(({ code, rings }) => ({
      code,
      d: rings
        .flat()
        .map((ring) => `M${ring.map(at).join("L")}Z`)
        .join(""),
    }));
    return { paths: drawn, size: measured };
  }, [shapes]);
  return (
    <svg className="outline" viewBox={`-4 -4 ${size[0] + 8} ${size[1] + 8}`} role="img" aria-label={label}>
      {paths.map(({ code, d }) => (
        <path key={code} d={d} fillRule="evenodd" />
      ))}
    </svg>
  );
}
