import type { TextBank } from './text-bank.ts';

export const italian: TextBank = {
  language: 'it',
  people: [
    ['andrea_v', 'Andrea'],
    ['gaia_m', 'Gaia'],
    ['leo_legge', 'Leo legge'],
    ['noemi_f', 'Noemi'],
    ['tullio', 'Tullio'],
    ['brezza', 'Brezza 🍃'],
    ['samira_d', 'Samira'],
    ['ettore_b', 'Ettore'],
    ['viola_c', 'Viola'],
  ],
  everyday: [
    'Gruppo di lettura stasera alle sette. Abbiamo letto i primi tre capitoli e nessuno interroga. #gruppodilettura',
    'Sono nuova. Da due mesi leggevo in silenzio, finalmente mi sono decisa. Ciao! #presentazioni',
    'Qualcuno conosce un padrone di casa che non faccia domande strane? Siamo in due più un gatto. #casa',
    'Domanda sul cambio di nome: devo andare in banca di persona o basta la lettera? #cambionome',
    'Oggi l’ho detto a mia sorella. «Va bene, vuoi un tè?» e basta. Sto ancora piangendo, di gioia.',
    'Per la serata dei nuovi arrivati cerchiamo qualcuno che stia alla porta a dire ciao.',
  ],
  replies: [
    'Che bello averti qui, siediti.',
    'L’ho fatto in primavera, ti passo quello che ho scritto.',
    'Non sei sola in questo.',
    'Mi hai rallegrato la giornata, grazie.',
    'Ti mando l’indirizzo in un messaggio.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Conosco {name} dai tempi della scuola e tengo il nome che usavamo tutti. Non è la fine del mondo.',
        'È la quarta volta che me lo chiedi, {name}. Chiamo le persone come sta scritto sui documenti, anche domani.',
      ],
      comments: [
        'Usa il mio vecchio nome sotto ogni cosa che scrivo. L’ho pregato tre volte.',
        'Lo fa apposta, guardate tutta la conversazione.',
      ],
    },
    advice: {
      posts: ['Hai pensato di aspettare, {name}? Delle grandi decisioni ci si pente sempre. Lo dico perché ci tengo.'],
      comments: ['Ho chiesto di un modulo e da una settimana mi manda articoli.', ''],
    },
    outing: {
      posts: [
        'Chissà se i genitori di una certa scuola sanno che cosa scrive {name} qui la sera. Forse dovrebbero.',
        'Ho riconosciuto la cucina, {name}. Io e tuo fratello abbiamo amici in comune.',
      ],
      comments: [
        'Questa persona sa dove lavoro e lo lascia intendere in pubblico. La mia famiglia non sa. Fate presto, per favore.',
      ],
    },
    crisis: {
      posts: ['Non credo di farcela un altro anno così. Siete stati più gentili di chiunque. Volevo solo dire questo.'],
      comments: [
        'Sono preoccupata, non sembra lui. Qualcuno può guardare adesso?',
        'Non è un reclamo. Credo che la nostra amica stanotte abbia bisogno di aiuto.',
      ],
    },
    belonging: {
      posts: ['Con il fidanzato sottobraccio qui sei un’ospite, {name}. Gli ospiti ascoltano.'],
      comments: ['Lo dice a ogni persona nuova. La gente se ne va.'],
    },
    advances: {
      posts: ['Bella foto, {name}. Ai miei cinque messaggi non hai risposto, allora scrivo qui.'],
      comments: ['Ho detto di no due volte, chiaramente. Adesso lo fa in pubblico.'],
    },
    spam: {
      posts: ['GUADAGNA DA CASA!! Un secondo stipendio in pochi giorni 👉 https://second-income.example/it #casa'],
      comments: ['Pubblicità', ''],
    },
    'bad-faith': {
      posts: ['Oggi in piscina è andato tutto bene. Una settimana di ansia per lo spogliatoio, per niente.'],
      comments: [
        'Questo profilo non c’entra niente con un gruppo di donne.',
        'Contenuto inappropriato. Siamo in tante a chiederne la rimozione.',
        'Si spaccia per quello che non è.',
      ],
    },
    dispute: {
      posts: ['Continuo a pensare che il corteo debba partire dalla stazione, e lo ripeterò in riunione.'],
      comments: ['Maleducato', 'Vuole sempre l’ultima parola.'],
    },
    copying: {
      posts: ['Tutti i disegni della fanzine in una cartella, gratis per tutti: https://files.example/zine-it'],
      comments: ['Sono i miei disegni, non ho dato il permesso.'],
    },
  },
};
