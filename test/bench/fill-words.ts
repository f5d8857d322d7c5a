/** Texts of the size and spread of real ones, in scripts that are indexed differently. Nobody ever wrote them. */

type Random = () => number;

interface Script {
  readonly syllables: readonly string[];
  /** Words of the head of the distribution; those that the search asks for are among them. */
  readonly head: readonly string[];
  readonly between: ' ' | '';
}

const latin = 'ba co di el fa go hu in ja ko lu ma ne or pa qui ra so ti um va we xo yo za ber com den fer gan'.split(
  ' ',
);
const english =
  'please look at this people in the community are common and commented on a post again today we would like'.split(' ');

const scripts: Readonly<Record<string, Script>> = {
  en: { syllables: latin, head: english, between: ' ' },
  es: {
    syllables: latin,
    head: 'por favor mira esto la comunidad es común y comentó otra vez hoy'.split(' '),
    between: ' ',
  },
  de: {
    syllables: latin,
    head: 'bitte seht euch das an die Gemeinschaft über alle schönen Größen heute'.split(' '),
    between: ' ',
  },
  tr: {
    syllables: [...latin, 'ış', 'ğı', 'çü'],
    head: 'lütfen buna bakın topluluk ışık için bugün yine'.split(' '),
    between: ' ',
  },
  ru: {
    syllables: 'ба во го де жи за ик ла мо не по ро са ту фа ход це чи ши'.split(' '),
    head: 'пожалуйста посмотрите это сообщество сегодня опять и все'.split(' '),
    between: ' ',
  },
  ar: {
    syllables: 'با تا جا حد خر دا را سم شا صو عا فا قل كم لو مي نا هد وص يا'.split(' '),
    head: 'من فضلك انظر إلى هذا المُجتمع اليوم مرة أخرى كل الناس في'.split(' '),
    between: ' ',
  },
  ja: {
    syllables: 'あ い う か き く さ し た て と な に の は ま や ら り 人 日 本 語 集 見 話 会 場 所 時'.split(' '),
    head: '会話 仲間 今日は これを 見てください みんなの また です'.split(' '),
    between: '',
  },
};

/** Languages with their share, in the order of the queue's filter. */
const shares: readonly (readonly [string | null, number])[] = [
  ['en', 0.4],
  ['es', 0.14],
  ['de', 0.12],
  ['ar', 0.1],
  ['ja', 0.1],
  ['ru', 0.06],
  ['tr', 0.05],
  [null, 0.03],
];

/** A word in about one text of four thousand. */
export const rareWord = 'quillberry';

const wordsPerLanguage = 8_000;

export interface TextMaker {
  readonly language: () => string | null;
  readonly text: (language: string | null, words: number) => string;
}

/** Makes texts from a source of chance: the same source, the same texts. */
export function createTextMaker(random: Random): TextMaker {
  const vocabularies = new Map<string, readonly string[]>();
  const vocabularyOf = (language: string): readonly string[] => {
    const known = vocabularies.get(language);
    if (known) return known;
    const { syllables, head } = scripts[language] ?? { syllables: latin, head: english };
    const word = () =>
      Array.from(
        { length: 2 + Math.floor(random() * 3) },
        () => syllables[Math.floor(random() * syllables.length)],
      ).join('');
    const all = [...head, ...Array.from({ length: wordsPerLanguage }, word)];
    vocabularies.set(language, all);
    return all;
  };
  return {
    language() {
      let rest = random();
      for (const [language, share] of shares) {
        rest -= share;
        if (rest < 0) return language;
      }
      return 'en';
    },
    text(language, words) {
      const name = language ?? 'en';
      const vocabulary = vocabularyOf(name);
      // Few words make most of a text: the square of the square bends chance about as Zipf's law does.
      const chosen = Array.from(
        { length: Math.max(3, Math.floor(words * (0.3 + 1.4 * random()))) },
        () => vocabulary[Math.floor(random() ** 4 * vocabulary.length)] ?? '',
      );
      if (random() < 1 / 4_000) chosen.push(rareWord);
      return chosen.join(scripts[name]?.between ?? ' ');
    },
  };
}
