/** The one drawing of the app: a hearth with a small fire, in the colour of the text. */
export function HearthDrawing() {
  return (
    <svg className="welcome-drawing" viewBox="0 0 96 72" fill="none" aria-hidden>
      <path d="M6 66h84M14 66V24h68v42M8 24h80M12 18h72" />
      <path d="M28 66V50a20 20 0 0 1 40 0v16" />
      <path
        className="welcome-fire"
        d="M48 64c-6 0-9-4-9-8.5 0-5 4-7 5.500-12.5 3 2 4 4.500 4 7 1.500-1 2-2.500 2-4 4 3 6.500 6 6.500 9.5 0 4.500-3 8.5-9 8.5Z"
      />
    </svg>
  );
}
