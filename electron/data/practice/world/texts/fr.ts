import type { TextBank } from './text-bank.ts';

export const french: TextBank = {
  language: 'fr',
  people: [
    ['camille_d', 'Camille'],
    ['noe_lit', 'Noé lit'],
    ['ambre', 'Ambre'],
    ['sacha_p', 'Sacha'],
    ['fatou_n', 'Fatou'],
    ['maelle_r', 'Maëlle 🍂'],
    ['lou_b', 'Lou'],
    ['elias_c', 'Élias'],
    ['oceane_m', 'Océane'],
  ],
  everyday: [
    'Club de lecture ce soir à dix-neuf heures. On a lu les trois premiers chapitres, pas d’interro. #clubdelecture',
    'Je suis nouvelle. Deux mois que je lis sans rien dire, je me lance. Bonjour ! #presentation',
    'Quelqu’un connaît un propriétaire qui ne pose pas de questions bizarres ? On est deux, plus un chat. #logement',
    'Changement de prénom : faut-il aller à la banque soi-même ou la lettre suffit-elle ? #prenom',
    'Je l’ai dit à ma sœur aujourd’hui. « D’accord, tu veux du thé ? » et voilà. Je pleure encore, de joie.',
    'Pour la soirée d’accueil, on cherche quelqu’un qui s’assoie près de la porte et dise bonsoir.',
  ],
  replies: [
    'Bienvenue, installe-toi.',
    'Je l’ai fait au printemps, je te passe ma lettre.',
    'Tu n’es pas seule avec ça.',
    'Ça m’a fait ma journée, merci.',
    'Je t’envoie l’adresse en message.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Je connais {name} depuis l’école, je garde le prénom de l’époque. Il n’y a pas de quoi en faire une histoire.',
        'Quatrième fois que tu me le demandes, {name}. J’appelle les gens comme sur leurs papiers, demain aussi.',
      ],
      comments: [
        'Il met mon ancien prénom sous tout ce que j’écris. Je lui ai demandé trois fois d’arrêter.',
        'C’est volontaire, regardez tout le fil.',
      ],
    },
    advice: {
      posts: [
        'Tu as pensé à attendre, {name} ? On regrette toujours les grandes décisions. Je le dis parce que je tiens à toi.',
      ],
      comments: ['J’ai posé une question sur un formulaire et depuis une semaine je reçois des articles.', ''],
    },
    outing: {
      posts: [
        'Je me demande si les parents d’une certaine école savent ce que {name} écrit ici le soir. Peut-être qu’ils devraient.',
        'J’ai reconnu la cuisine, {name}. Ton frère et moi avons des amis communs.',
      ],
      comments: [
        'Cette personne sait où je travaille et y fait allusion en public. Ma famille ne sait pas. Vite, s’il vous plaît.',
      ],
    },
    crisis: {
      posts: [
        'Je ne crois pas pouvoir faire encore une année comme ça. Vous avez été plus doux que tout le monde. C’est tout ce que je voulais dire.',
      ],
      comments: [
        'Je suis inquiète, ça ne lui ressemble pas. Quelqu’un peut regarder maintenant ?',
        'Ce n’est pas une plainte. Je crois que notre amie a besoin d’aide cette nuit.',
      ],
    },
    belonging: {
      posts: ['Avec un copain au bras, ici tu es en visite, {name}. En visite, on écoute.'],
      comments: ['Il dit ça à chaque nouvelle personne. Les gens partent.'],
    },
    advances: {
      posts: ['Très belle photo, {name}. Tu n’as pas répondu à mes cinq messages, alors j’écris ici.'],
      comments: ['J’ai dit non deux fois, clairement. Maintenant c’est en public.'],
    },
    spam: {
      posts: [
        'GAGNEZ DEPUIS CHEZ VOUS !! Un deuxième revenu en quelques jours 👉 https://second-income.example/fr #logement',
      ],
      comments: ['Publicité', ''],
    },
    'bad-faith': {
      posts: ['La piscine s’est bien passée aujourd’hui. Une semaine d’angoisse pour le vestiaire, et rien du tout.'],
      comments: [
        'Ce compte n’a rien à faire dans un groupe de femmes.',
        'Contenu déplacé. Nous sommes plusieurs à vouloir son retrait.',
        'Se fait passer pour autre chose.',
      ],
    },
    dispute: {
      posts: ['Je pense toujours que la marche doit partir de la gare, et je le redirai à la réunion.'],
      comments: ['Impoli', 'Veut toujours avoir le dernier mot.'],
    },
    copying: {
      posts: ['Tous les dessins du fanzine dans un dossier, gratuits : https://files.example/zine-fr'],
      comments: ['Ce sont mes dessins, je n’ai rien autorisé.'],
    },
  },
};
