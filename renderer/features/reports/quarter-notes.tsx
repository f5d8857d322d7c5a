import { useChartWords } from '../../ui/charts/chart-words.ts';
import { FormattedText } from '../../ui/formatted-text.tsx';
import { useQuarterNotes } from './queries.ts';

/** The notes that will be printed, to be read before they go out. Nothing where there are none, or no quarter to report on. */
export function QuarterNotes({ communityId }: { communityId: number }) {
  const words = useChartWords();
  const notes = useQuarterNotes(communityId).data ?? [];
  if (notes.length === 0) return null;
  return (
    <ul className="reports-notes">
      {notes.map(({ day, text }) => (
        <li key={`${day} ${text}`}>
          {words.day(day)}: <FormattedText text={text} as="inline" />
        </li>
      ))}
    </ul>
  );
}
