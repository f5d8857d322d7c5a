import { plainWord } from '../../../shared/domain/health/plain-word.ts';
import type { IdentityPreview } from '../../../shared/ipc/topics/identity.ts';
import { readSurvey, type SurveyTask } from './read-survey.ts';
import type { RefusedLine } from './survey-lines.ts';

/** Words shown of each question, so that one that was never mapped does not fill the screen. */
const mostWords = 50;

/**
 * What reading a survey would do, in lines by reason. Nothing is stored, nobody is named. What is kept of members is not
 * looked at: a file of one line would tell whether that member answered, or withdrew, and when.
 */
export async function previewSurvey(task: SurveyTask, threshold: number): Promise<IdentityPreview> {
  const refused = new Map<string, number>();
  const unknown = new Map<string, Map<string, UnknownWord>>();
  let lines = 0;
  let accepted = 0;
  const refuse = (line: RefusedLine): void => {
    refused.set(line.reason, (refused.get(line.reason) ?? 0) + 1);
    if (line.unknown) countWord(unknown, line.unknown);
  };
  for await (const step of readSurvey(task)) {
    lines += step.taken.length + step.refused.length;
    for (const line of step.refused) refuse(line);
    accepted += step.taken.length;
  }
  return {
    lines,
    accepted,
    refused: [...refused].map(([reason, count]) => ({ reason, lines: count })),
    unknownWords: [...unknown].map(([question, words]) => ({ question, words: commonWords(words, threshold) })),
  };
}

interface UnknownWord {
  readonly word: string;
  readonly lines: number;
}

function countWord(unknown: Map<string, Map<string, UnknownWord>>, met: NonNullable<RefusedLine['unknown']>): void {
  const words = unknown.get(met.question) ?? new Map<string, UnknownWord>();
  unknown.set(met.question, words);
  const known = words.get(plainWord(met.word));
  words.set(plainWord(met.word), { word: known?.word ?? met.word, lines: (known?.lines ?? 0) + 1 });
}

/** A word that few people wrote may stand for one of them, so only those of more than T lines are shown (health.md C.6). */
function commonWords(words: ReadonlyMap<string, UnknownWord>, threshold: number): string[] {
  const common = [...words.values()].filter(({ lines }) => lines > threshold).map(({ word }) => word);
  return common.sort((a, b) => a.localeCompare(b)).slice(0, mostWords);
}
