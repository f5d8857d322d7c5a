import type { TextBank } from './text-bank.ts';

export const polish: TextBank = {
  language: 'pl',
  people: [
    ['kosma', 'Kosma'],
    ['zosia_l', 'Zosia'],
    ['michal_c', 'Michał czyta'],
    ['iga_w', 'Iga'],
    ['bruno_s', 'Bruno'],
    ['lena_k', 'Lena 🌾'],
    ['wit_m', 'Wit'],
    ['jagoda', 'Jagoda'],
    ['olek_n', 'Olek'],
  ],
  everyday: [
    'Klub książki dziś o siódmej. Przeczytaliśmy trzy pierwsze rozdziały, nikt nie odpytuje. #klubksiążki',
    'Jestem tu od niedawna. Dwa miesiące tylko czytałam, wreszcie się odważyłam. Cześć! #przywitanie',
    'Czy ktoś zna właściciela mieszkania, który nie zadaje dziwnych pytań? Dwie osoby i kot. #mieszkanie',
    'Pytanie o zmianę imienia: muszę iść do banku osobiście czy wystarczy pismo? #zmianaimienia',
    'Powiedziałem dziś siostrze. „Dobra, chcesz herbaty?” i tyle. Ciągle płaczę, ze szczęścia.',
    'Na wieczór dla nowych szukamy kogoś, kto posiedzi przy drzwiach i powie cześć.',
  ],
  replies: [
    'Witaj, siadaj z nami.',
    'Załatwiałam to wiosną, chętnie podeślę swoje pismo.',
    'Nie jesteś z tym sama.',
    'Zrobiłeś mi dzień, dzięki.',
    'Adres wysyłam w wiadomości.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Znam {name} ze szkoły i zostanę przy imieniu, które wszyscy wtedy znali. Bez przesady.',
        'Prosisz czwarty raz, {name}. Mówię do ludzi tak, jak mają w papierach, jutro też.',
      ],
      comments: [
        'Pod każdym moim wpisem używa mojego starego imienia. Prosiłam trzy razy.',
        'To celowe, zobaczcie cały wątek.',
      ],
    },
    advice: {
      posts: ['A może poczekać, {name}? Wielkich decyzji zawsze się żałuje. Mówię, bo mi zależy.'],
      comments: ['Zapytałam o formularz w banku, a od tygodnia dostaję artykuły.', ''],
    },
    outing: {
      posts: [
        'Ciekawe, czy rodzice z pewnej szkoły wiedzą, co {name} pisze tu wieczorami. Może powinni.',
        'Poznałem kuchnię, {name}. Mamy z twoim bratem wspólnych znajomych.',
      ],
      comments: ['Ta osoba wie, gdzie pracuję, i daje to publicznie do zrozumienia. Rodzina nie wie. Proszę, szybko.'],
    },
    crisis: {
      posts: [
        'Nie dam chyba rady przez kolejny taki rok. Byliście milsi niż ktokolwiek. Tylko to chciałem powiedzieć.',
      ],
      comments: [
        'Martwię się, to do niego niepodobne. Czy ktoś może zajrzeć teraz?',
        'To nie skarga. Myślę, że nasza przyjaciółka potrzebuje dziś pomocy.',
      ],
    },
    belonging: {
      posts: ['Z chłopakiem pod rękę jesteś tu w gościach, {name}. Goście słuchają.'],
      comments: ['Każdej nowej osobie mówi, że jest tu gościem. Ludzie odchodzą.'],
    },
    advances: {
      posts: ['Ładne zdjęcie, {name}. Nie odpisujesz na moje pięć wiadomości, więc piszę tutaj.'],
      comments: ['Dwa razy wyraźnie odmówiłam. Teraz robi to publicznie.'],
    },
    spam: {
      posts: ['ZARABIAJ W DOMU!! Drugi dochód w kilka dni 👉 https://second-income.example/pl #mieszkanie'],
      comments: ['Reklama', ''],
    },
    'bad-faith': {
      posts: ['Basen dziś się udał. Cały tydzień martwiłam się szatnią, a nic się nie stało.'],
      comments: [
        'To konto nie ma czego szukać w grupie kobiet.',
        'Nieodpowiednie treści. Kilka z nas uważa, że trzeba to usunąć.',
        'Udaje kogoś innego.',
      ],
    },
    dispute: {
      posts: ['Nadal uważam, że marsz powinien ruszyć spod dworca, i powiem to jeszcze raz na zebraniu.'],
      comments: ['Niegrzeczny', 'Zawsze musi mieć ostatnie słowo.'],
    },
    copying: {
      posts: ['Wszystkie rysunki z zina w jednym folderze, za darmo: https://files.example/zine-pl'],
      comments: ['To moje rysunki, nie dawałam zgody.'],
    },
  },
};
