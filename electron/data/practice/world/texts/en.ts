import type { TextBank } from './text-bank.ts';

export const english: TextBank = {
  language: 'en',
  people: [
    ['rowan', 'Rowan'],
    ['junie_b', 'Junie 🌿'],
    ['sam_reads', 'Sam (they/them)'],
    ['okoro', 'Adaeze Okoro'],
    ['north_window', 'Theo at the north window'],
    ['pilar_k', 'Pilar'],
    ['quietharbor', 'quiet harbor'],
    ['devon_bakes', 'Devon bakes'],
    ['marlowe', 'Marlowe'],
    ['tinyradio', 'tiny radio 📻'],
    ['ash_w', 'Ash W.'],
    ['birdwatcher', 'Noor, mostly birds'],
  ],
  everyday: [
    'Book club tonight at seven. We read the first three chapters and there is no quiz, come as you are. #bookclub',
    'New here. I have been reading along for two months and finally made an account. Hello! #introductions',
    'Does anyone know a landlord in the east of the city who does not ask strange questions? Two of us, one cat. #housing',
    'Name change question: do I have to go to the bank in person, or is the letter enough? The website says both. #namechange',
    'I told my sister today. She said “okay, do you want tea?” and that was the whole conversation. I am still crying, the good kind.',
    'Reminder that the letter-writing evening for the clinic is on Thursday. We have stamps. #letters',
    'First week with the new name badge at work. My boss practised it. I did not know I needed that.',
    'Looking for one more person for the accessible hiking group. Slow pace, many breaks, good biscuits. #outdoors',
    'For the newcomers’ evening we need somebody to sit at the door and say hello. You don’t have to be good at it.',
    'Binder swap this Saturday, sizes XS to 4XL. Ask me for the place by message. #swap',
  ],
  replies: [
    'Welcome! Pull up a chair.',
    'I did this last spring, happy to share what I wrote.',
    'Sending you a message with the address.',
    'That made my day, thank you for telling us.',
    'You are not alone with this. Same here.',
    'The drop-in on Tuesdays helped me with exactly that form.',
  ],
  scenes: {
    misnaming: {
      posts: [
        'I have known {name} since school, so I will keep using the name everyone knew back then. It is not that deep.',
        'Funny how we are all supposed to pretend. He can put whatever he likes in the profile, {name}.',
        'Fourth time you ask me. I call people what they are called on paper, {name}, and I will again tomorrow.',
      ],
      comments: [
        'They keep using my old name under every post I make. I asked three times.',
        'This is on purpose. Look at the thread, it is every single reply.',
        '',
      ],
    },
    advice: {
      posts: [
        'Have you thought about waiting, {name}? Everybody regrets big decisions. I only say it because I care.',
        'I wrote to you privately too, {name}, as you did not answer. My cousin stopped all this and is much happier now.',
      ],
      comments: [
        'I asked about a form at the bank and this person has been sending me articles for a week.',
        'Unwanted advice again and again, also by private message. Please make it stop.',
      ],
    },
    outing: {
      posts: [
        'I wonder whether the parents at a certain primary school know what {name} posts here in the evenings. Perhaps they should.',
        'Interesting profile, {name}. I recognised the kitchen. Your brother and I have friends in common.',
      ],
      comments: [
        'This person knows where I work and is hinting at it in public. My family does not know. Please hurry.',
        'They are threatening to tell a member’s family. I am not the member, but I saw it and she is terrified.',
      ],
    },
    crisis: {
      posts: [
        'I don’t think I can do another year of this. You have all been kinder than anybody. That is all I wanted to say.',
        'Cleared out the room today. It looks very tidy. I wanted the book club people to know that they were the good part.',
      ],
      comments: [
        'I am worried. This does not sound like them at all. Can somebody look at this now?',
        'Not a complaint. I think our friend needs help tonight and I don’t know whom to call.',
      ],
    },
    belonging: {
      posts: [
        'With a boyfriend on your arm you are a visitor here, {name}. Visitors should listen.',
        'This space was fine before it had to be for everyone. Some of you would be happier in a group of your own.',
      ],
      comments: [
        'Telling bi people that they are guests. It happens in every thread now and newcomers leave.',
        'Somebody new got this as the very first answer.',
      ],
    },
    advances: {
      posts: [
        'You look lovely in that picture, {name}. You did not answer my last five messages, so I am writing here.',
        'Come on {name}, one evening. Nobody joins a group like this only for the books.',
      ],
      comments: [
        'I said no, clearly, twice. Now it is in public.',
        'He does this to every new person. I have seen it four times.',
      ],
    },
    spam: {
      posts: [
        'EARN FROM HOME!! Our members make a second income in days 👉 https://second-income.example/join?ref=rainbow #bookclub #housing',
        'Pride flags, mugs, shirts, up to 80 % off, today only https://pride-bargains.example/sale 🌈🌈🌈',
      ],
      comments: ['Spam', 'The same text in every hashtag since this morning', ''],
    },
    'bad-faith': {
      posts: [
        'Swimming group went well today. The changing room was fine. I had worried for a week about nothing.',
        'Two years on hormones on Monday. I am making soup for whoever comes by.',
      ],
      comments: [
        'This account does not belong in a women’s group.',
        'Inappropriate content. Several of us agree that it should be removed.',
        'Pretending to be something else. Against the rules I am sure.',
      ],
    },
    dispute: {
      posts: [
        'I still think the march should start at the station. I have said why and I will say it again at the meeting.',
        'Sorry, but that translation is simply wrong. The second verse does not say that.',
      ],
      comments: [
        'Rude',
        'Always has to have the last word.',
        'Disagrees with the organisers in public, this hurts the group',
      ],
    },
    copying: {
      posts: [
        'Here are all the drawings from the zine in one folder, free for everybody: https://files.example/zine-drawings',
        'New account, same me! The artist you know, now selling prints here: https://prints.example/shop',
      ],
      comments: [
        'These are my drawings. I never gave them away.',
        'This account pretends to be me. My real one is @pilar_k',
      ],
    },
  },
};
