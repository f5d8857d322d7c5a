/** Rights by the platform's own names, each as it has to be found or typed there. */
export function RightNames({ names }: { names: readonly string[] }) {
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
