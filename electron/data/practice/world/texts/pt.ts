import type { TextBank } from './text-bank.ts';

export const portuguese: TextBank = {
  language: 'pt',
  people: [
    ['aline_s', 'Aline'],
    ['cauan', 'Cauã'],
    ['joao_le', 'João lê'],
    ['benedita', 'Benedita'],
    ['rui_m', 'Rui'],
    ['luz_c', 'Luz ✨'],
    ['tainara', 'Tainara'],
    ['davi_o', 'Davi'],
    ['flor_p', 'Flor'],
  ],
  everyday: [
    'Clube de leitura hoje às sete. Lemos os três primeiros capítulos e ninguém faz prova. #clubedeleitura',
    'Cheguei agora. Fiquei dois meses só lendo e finalmente criei coragem. Oi! #apresentação',
    'Alguém conhece um senhorio que não faça perguntas estranhas? Somos duas e um gato. #moradia',
    'Dúvida sobre mudança de nome: preciso ir ao banco ou a carta basta? #mudançadenome',
    'Contei hoje para a minha irmã. “Tá bom, quer chá?” e foi isso. Ainda estou chorando, de alegria.',
    'Para a noite de boas-vindas procuramos alguém que fique na porta e diga olá.',
  ],
  replies: [
    'Que bom que você veio, senta aqui.',
    'Fiz isso no outono, te mando o que escrevi.',
    'Você não está só nisso.',
    'Ganhei o dia, obrigada por contar.',
    'Mando o endereço por mensagem.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'Conheço {name} da escola e vou continuar com o nome que todo mundo conhecia. Não é para tanto.',
        'É a quarta vez que pede, {name}. Chamo as pessoas como está no papel, e amanhã também.',
      ],
      comments: [
        'Usa o meu nome antigo em tudo o que escrevo. Pedi três vezes.',
        'É de propósito, olhem a conversa toda.',
      ],
    },
    advice: {
      posts: ['Já pensou em esperar, {name}? Todo mundo se arrepende das grandes decisões. Falo porque me importo.'],
      comments: ['Perguntei sobre um formulário e há uma semana recebo artigos.', ''],
    },
    outing: {
      posts: [
        'Será que os pais de certa escola sabem o que {name} escreve aqui à noite? Talvez devessem.',
        'Reconheci a cozinha, {name}. Seu irmão e eu temos amigos em comum.',
      ],
      comments: [
        'Essa pessoa sabe onde trabalho e insinua isso em público. A minha família não sabe. Depressa, por favor.',
      ],
    },
    crisis: {
      posts: [
        'Acho que não aguento mais um ano assim. Vocês foram mais gentis do que qualquer pessoa. Só queria dizer isso.',
      ],
      comments: [
        'Estou preocupada, isso não é dele. Alguém pode olhar agora?',
        'Não é queixa. Acho que a nossa amiga precisa de ajuda hoje à noite.',
      ],
    },
    belonging: {
      posts: ['Com namorado do lado, aqui você é visita, {name}. Visita escuta.'],
      comments: ['Diz isso a cada pessoa nova. As pessoas vão embora.'],
    },
    advances: {
      posts: ['Linda foto, {name}. Você não respondeu às minhas cinco mensagens, então escrevo aqui.'],
      comments: ['Disse não duas vezes, com clareza. Agora é em público.'],
    },
    spam: {
      posts: ['GANHE EM CASA!! Segunda renda em poucos dias 👉 https://second-income.example/pt #moradia'],
      comments: ['Propaganda', ''],
    },
    'bad-faith': {
      posts: ['A natação correu bem hoje. Passei uma semana preocupada com o vestiário à toa.'],
      comments: [
        'Esta conta não tem lugar num grupo de mulheres.',
        'Conteúdo impróprio. Somos várias a pedir que saia.',
        'Finge ser o que não é.',
      ],
    },
    dispute: {
      posts: ['Continuo achando que a marcha deve sair da estação, e vou repetir na reunião.'],
      comments: ['Grosseiro', 'Quer sempre a última palavra.'],
    },
    copying: {
      posts: ['Todos os desenhos do zine numa pasta, de graça: https://files.example/zine-pt'],
      comments: ['São os meus desenhos, não autorizei.'],
    },
  },
};
