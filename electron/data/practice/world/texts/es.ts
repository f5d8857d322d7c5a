import type { TextBank } from './text-bank.ts';

export const spanish: TextBank = {
  language: 'es',
  people: [
    ['alma_r', 'Alma'],
    ['inti', 'Inti (elle)'],
    ['lucia_v', 'Lucía'],
    ['marcos_g', 'Marcos'],
    ['cielo_b', 'Cielo ☁️'],
    ['nico_lee', 'Nico lee'],
    ['remedios', 'Remedios'],
    ['sol_a', 'Sol'],
    ['xoan', 'Xoán'],
  ],
  everyday: [
    'Club de lectura esta noche a las siete. Hemos leído los tres primeros capítulos y no hay examen. #clubdelectura',
    'Soy nueva. Llevaba dos meses leyendo en silencio y por fin me he animado. ¡Hola! #presentaciones',
    '¿Alguien conoce a un casero que no haga preguntas raras? Somos dos y un gato. #vivienda',
    'Duda sobre el cambio de nombre: ¿tengo que ir al banco en persona o basta la carta? #cambiodenombre',
    'Hoy se lo he dicho a mi hermana. «Vale, ¿quieres té?» y ya está. Sigo llorando, de lo contenta.',
    'Para la noche de bienvenida buscamos a alguien que se siente en la puerta y diga hola.',
  ],
  replies: [
    '¡Bienvenida! Ponte cómoda.',
    'Yo lo hice en primavera, te paso lo que escribí.',
    'No estás sola en esto.',
    'Me has alegrado el día, gracias.',
    'Te mando la dirección por mensaje.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Conozco a {name} del colegio y seguiré usando el nombre de siempre. Tampoco es para tanto.',
        'Ya me lo has pedido cuatro veces, {name}. Yo llamo a la gente como pone en los papeles, y mañana igual.',
      ],
      comments: [
        'Usa mi nombre de antes debajo de todo lo que escribo. Se lo pedí tres veces.',
        'Lo hace a propósito, mirad todo el hilo.',
      ],
    },
    advice: {
      posts: [
        '¿Has pensado en esperar, {name}? Todo el mundo se arrepiente de las grandes decisiones. Te lo digo porque me importas.',
      ],
      comments: ['Pregunté por un papel del banco y lleva una semana mandándome artículos.', ''],
    },
    outing: {
      posts: [
        'Me pregunto si en cierto colegio saben lo que {name} publica aquí por las noches. Quizá deberían.',
        'He reconocido la cocina, {name}. Tu hermano y yo tenemos amigos en común.',
      ],
      comments: ['Sabe dónde trabajo y lo insinúa en público. Mi familia no lo sabe. Daos prisa, por favor.'],
    },
    crisis: {
      posts: ['No creo que pueda con otro año así. Habéis sido más amables que nadie. Solo quería decir eso.'],
      comments: [
        'Estoy preocupada, no parece él. ¿Puede mirarlo alguien ahora?',
        'No es una queja. Creo que nuestra amiga necesita ayuda esta noche.',
      ],
    },
    belonging: {
      posts: ['Con un novio del brazo aquí eres una visita, {name}. Las visitas escuchan.'],
      comments: ['A cada persona nueva le dice que es una visita. La gente se va.'],
    },
    advances: {
      posts: ['Qué guapa sales en esa foto, {name}. Como no contestas a mis cinco mensajes, te escribo aquí.'],
      comments: ['Le dije que no dos veces, muy claro. Ahora lo hace en público.'],
    },
    spam: {
      posts: ['¡¡GANA DESDE CASA!! Un segundo sueldo en días 👉 https://second-income.example/es #vivienda'],
      comments: ['Publicidad', ''],
    },
    'bad-faith': {
      posts: ['Hoy la natación ha ido bien. Me pasé una semana preocupada por el vestuario y no pasó nada.'],
      comments: [
        'Esta cuenta no pinta nada en un grupo de mujeres.',
        'Contenido inapropiado. Somos varias las que pedimos que se quite.',
        'Se hace pasar por lo que no es.',
      ],
    },
    dispute: {
      posts: ['Sigo pensando que la marcha debe salir de la estación, y lo diré otra vez en la reunión.'],
      comments: ['Maleducado', 'Siempre quiere tener la última palabra.'],
    },
    copying: {
      posts: ['Todos los dibujos del fanzine en una carpeta, gratis: https://files.example/zine-es'],
      comments: ['Son mis dibujos y no di permiso.'],
    },
  },
};
