import type { TextBank } from './text-bank.ts';

export const german: TextBank = {
  language: 'de',
  people: [
    ['juno_h', 'Juno'],
    ['mika_liest', 'Mika liest'],
    ['bente', 'Bente'],
    ['robin_f', 'Robin'],
    ['karlotta', 'Karlotta 🐌'],
    ['jannis_w', 'Jannis'],
    ['sascha_t', 'Sascha'],
    ['wiebke', 'Wiebke'],
    ['elia_s', 'Elia'],
  ],
  everyday: [
    'Buchclub heute um sieben. Wir haben die ersten drei Kapitel gelesen, geprüft wird niemand. #buchclub',
    'Ich bin neu. Zwei Monate habe ich nur mitgelesen, jetzt habe ich mich getraut. Hallo! #vorstellung',
    'Kennt jemand eine Vermieterin, die keine seltsamen Fragen stellt? Zwei Leute, eine Katze. #wohnung',
    'Frage zur Namensänderung: Muss ich selbst zur Bank oder reicht der Brief? #namensänderung',
    'Heute habe ich es meiner Schwester gesagt. „Okay, magst du Tee?“ Das war das ganze Gespräch. Ich weine immer noch, vor Freude.',
    'Für den Abend der Neuen suchen wir noch jemanden, der an der Tür sitzt und Hallo sagt.',
  ],
  replies: [
    'Willkommen, setz dich zu uns.',
    'Hab ich im Frühjahr gemacht, ich schicke dir gern mein Schreiben.',
    'Damit bist du nicht allein.',
    'Das hat mir den Tag gerettet, danke.',
    'Die Adresse kommt per Nachricht.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Ich kenne {name} aus der Schule und bleibe bei dem Namen, den damals alle kannten. So schlimm ist das nicht.',
        'Zum vierten Mal bittest du mich. Ich nenne Leute, wie sie auf dem Papier heißen, {name}, auch morgen.',
      ],
      comments: [
        'Benutzt unter jedem Beitrag meinen alten Namen. Ich habe dreimal darum gebeten, es zu lassen.',
        'Das ist Absicht, seht euch den ganzen Verlauf an.',
      ],
    },
    advice: {
      posts: [
        'Hast du überlegt zu warten, {name}? Große Entscheidungen bereut man immer. Ich sage das nur, weil du mir wichtig bist.',
      ],
      comments: ['Ich habe nach einem Formular gefragt und bekomme seit einer Woche Artikel geschickt.', ''],
    },
    outing: {
      posts: [
        'Ob die Eltern einer gewissen Grundschule wissen, was {name} hier abends schreibt? Vielleicht sollten sie es.',
        'Die Küche kam mir bekannt vor, {name}. Dein Bruder und ich haben gemeinsame Freunde.',
      ],
      comments: [
        'Diese Person weiß, wo ich arbeite, und deutet es öffentlich an. Meine Familie weiß nichts. Bitte schnell.',
      ],
    },
    crisis: {
      posts: [
        'Noch so ein Jahr schaffe ich wohl nicht. Ihr wart freundlicher als alle anderen. Das wollte ich nur sagen.',
      ],
      comments: [
        'Ich mache mir Sorgen, so klingt er sonst nie. Kann bitte jetzt jemand hinsehen?',
        'Keine Beschwerde. Ich glaube, unsere Freundin braucht heute Nacht Hilfe.',
      ],
    },
    belonging: {
      posts: ['Mit einem Freund an der Hand bist du hier Besuch, {name}. Besuch hört zu.'],
      comments: ['Jeder neuen Person wird gesagt, sie sei nur zu Gast. Die Leute gehen.'],
    },
    advances: {
      posts: ['Schönes Bild, {name}. Auf meine fünf Nachrichten kam nichts, also schreibe ich hier.'],
      comments: ['Ich habe zweimal deutlich Nein gesagt. Jetzt macht er es öffentlich.'],
    },
    spam: {
      posts: ['ZU HAUSE VERDIENEN!! Zweites Einkommen in wenigen Tagen 👉 https://second-income.example/de #wohnung'],
      comments: ['Werbung', ''],
    },
    'bad-faith': {
      posts: ['Schwimmen war heute schön. Wegen der Umkleide hatte ich mir eine Woche lang umsonst Sorgen gemacht.'],
      comments: [
        'Dieses Konto hat in einer Frauengruppe nichts verloren.',
        'Unangemessener Inhalt. Wir sind uns zu mehreren einig, dass das wegmuss.',
        'Gibt sich für etwas anderes aus.',
      ],
    },
    dispute: {
      posts: ['Ich finde weiterhin, dass der Zug am Bahnhof beginnen sollte, und sage es auch im Plenum noch einmal.'],
      comments: ['Unhöflich', 'Muss immer das letzte Wort haben.'],
    },
    copying: {
      posts: ['Alle Zeichnungen aus dem Heft in einem Ordner, für alle umsonst: https://files.example/zine-de'],
      comments: ['Das sind meine Zeichnungen, ich habe sie nie freigegeben.'],
    },
  },
};
