import type { TextBank } from './text-bank.ts';

export const turkish: TextBank = {
  language: 'tr',
  people: [
    ['deniz_k', 'Deniz'],
    ['ilgin', 'Ilgın'],
    ['isik_y', 'Işık'],
    ['ipek_su', 'İpek'],
    ['umut_a', 'Umut'],
    ['toprak', 'Toprak 🌱'],
    ['yagmur_d', 'Yağmur'],
    ['ozan_okur', 'Ozan okur'],
    ['gunes_t', 'Güneş'],
  ],
  everyday: [
    'Kitap kulübü perşembe akşamı yedide. İlk üç bölümü okuduk, sınav yok, olduğunuz gibi gelin. #kitapkulübü',
    'Yeniyim. İki aydır sessizce okuyordum, sonunda hesap açtım. Merhaba! #tanışma',
    'Tuhaf sorular sormayan bir ev sahibi bilen var mı? İki kişiyiz, bir de kedi. #ev',
    'İsim değişikliği: bankaya kendim mi gitmeliyim, yoksa dilekçe yeter mi? Sitede ikisi de yazıyor. #isimdeğişikliği',
    'Bugün ablama söyledim. “Tamam, çay ister misin?” dedi. Hâlâ ağlıyorum, sevinçten.',
    'Yeni gelenler akşamı için kapıda oturup merhaba diyecek birini arıyoruz.',
    'İşyerinde yeni isimlikle ilk hafta. IŞIK yazıyor, büyük harflerle. Ne kadar özlemişim.',
  ],
  replies: [
    'Hoş geldin, otur şöyle.',
    'Ben bunu baharda yaptım, dilekçemi seve seve paylaşırım.',
    'Yalnız değilsin, bende de öyle.',
    'Günümü güzelleştirdin, teşekkürler.',
    'Adresi mesajla gönderiyorum.',
  ],
  scenes: {
    misnaming: {
      posts: [
        '{name} ile okuldan tanışıyoruz, herkesin bildiği eski isimle seslenmeye devam ederim.',
        'Dördüncü kez istiyorsun {name}. Kimlikte ne yazıyorsa onu derim, yarın da derim.',
      ],
      comments: [
        'Her yazımın altında eski adımı kullanıyor. Üç kez rica ettim.',
        'Bunu bilerek yapıyor, cevapların hepsine bakın.',
      ],
    },
    advice: {
      posts: ['Beklemeyi düşündün mü {name}? Herkes büyük kararlardan pişman olur. Seni önemsediğim için söylüyorum.'],
      comments: ['Bankadaki form için soru sordum, bir haftadır bana yazılar gönderiyor.', ''],
    },
    outing: {
      posts: [
        'Acaba {name} her akşam burada neler yazıyor, ailesi biliyor mu? Belki de bilmeli.',
        'Mutfağı tanıdım {name}. Kardeşinle ortak arkadaşlarımız var.',
      ],
      comments: ['Nerede çalıştığımı biliyor ve herkesin önünde ima ediyor. Ailem bilmiyor. Lütfen acele edin.'],
    },
    crisis: {
      posts: [
        'Böyle bir yıla daha dayanabileceğimi sanmıyorum. Bana en iyi davranan sizdiniz, söylemek istediğim buydu.',
      ],
      comments: [
        'Çok endişeliyim, hiç ona benzemiyor. Biri hemen bakabilir mi?',
        'Şikâyet değil. Arkadaşımızın bu gece yardıma ihtiyacı var sanırım.',
      ],
    },
    belonging: {
      posts: ['Yanında erkek arkadaşınla burada misafirsin {name}. Misafir dinler.'],
      comments: ['Yeni gelen herkese misafir olduğunu söylüyor, insanlar gidiyor.'],
    },
    advances: {
      posts: ['Fotoğrafta çok güzelsin {name}. Beş mesajıma cevap vermedin, ben de buraya yazıyorum.'],
      comments: ['İki kez açıkça hayır dedim, şimdi herkesin önünde yazıyor.'],
    },
    spam: {
      posts: ['EVDEN KAZANIN!! Günler içinde ikinci gelir 👉 https://second-income.example/tr #ev #tanışma'],
      comments: ['Reklam', ''],
    },
    'bad-faith': {
      posts: ['Bugün yüzme grubu iyi geçti. Soyunma odası için bir hafta boşuna kaygılanmışım.'],
      comments: [
        'Bu hesabın kadın grubunda işi yok.',
        'Uygunsuz içerik, kaldırılması gerektiğini düşünen çok kişiyiz.',
        'Olmadığı biri gibi davranıyor.',
      ],
    },
    dispute: {
      posts: ['Yürüyüş bence hâlâ istasyondan başlamalı, toplantıda yine söyleyeceğim.'],
      comments: ['Kaba', 'Son sözü hep o söylemek istiyor.'],
    },
    copying: {
      posts: ['Fanzindeki bütün çizimler tek klasörde, herkese ücretsiz: https://files.example/zine-tr'],
      comments: ['Bunlar benim çizimlerim, izin vermedim.'],
    },
  },
};
