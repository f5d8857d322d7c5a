/** Fills of parts in a fixed order: four hues, each plain and then with a second pattern, so that eight parts differ. */
const kinds = ['plain', 'dots', 'lines', 'slant', 'grid', 'slant', 'plain', 'dots'] as const;
const hues = [1, 2, 3, 4, 1, 2, 3, 4] as const;

/** Name of the look of part `at`; style sheets draw it on boxes, `FillPatterns` draws it inside a drawing. */
export function fillNameOf(at: number): `${(typeof hues)[number]}-${(typeof kinds)[number]}` {
  const place = at % kinds.length;
  return `${hues[place] ?? 1}-${kinds[place] ?? 'plain'}`;
}

/** What to fill part `at` with inside a drawing that holds `<FillPatterns id={id} />`. */
export function fillOf(id: string, at: number): string {
  const name = fillNameOf(at);
  return name.endsWith('plain') ? `var(--chart-${name.charAt(0)})` : `url(#${id}-${name})`;
}

/** The patterns of the first `count` parts, and the hatches of open and hidden values; the veil hatches whatever lies under it. */
export function FillPatterns({ id, count }: { id: string; count: number }) {
  const names = Array.from({ length: count }, (_, at) => fillNameOf(at)).filter((name) => !name.endsWith('plain'));
  return (
    <defs>
      {[...new Set(names)].map((name) => (
        <pattern key={name} id={`${id}-${name}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill={`var(--chart-${name.charAt(0)})`} />
          <Strokes kind={name.slice(2)} />
        </pattern>
      ))}
      <pattern id={`${id}-open`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" stroke="var(--chart-1)" strokeWidth="3" />
      </pattern>
      <pattern id={`${id}-veil`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V5" stroke="var(--surface-pane)" strokeWidth="4.5" />
      </pattern>
      <pattern id={`${id}-hidden`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V4" stroke="var(--chart-hatch)" strokeWidth="2" />
      </pattern>
    </defs>
  );
}

function Strokes({ kind }: { kind: string }) {
  if (kind === 'dots') return <circle cx="3" cy="3" r="1.3" fill="var(--surface-pane)" />;
  const paths: Readonly<Record<string, string>> = { lines: 'M0 3H6', slant: 'M0 6L6 0', grid: 'M3 0V6M0 3H6' };
  return <path d={paths[kind]} stroke="var(--surface-pane)" strokeWidth="1.2" />;
}
