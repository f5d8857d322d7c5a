/** Rights by the platform's own names, each as it has to be found or typed there. Nothing where there are none. */
export function RightNames({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <ul className="right-names">
      {names.map((name) => (
        <li key={name}>
          <code dir="ltr">{name}</code>
        </li>
      ))}
    </ul>
  );
}
