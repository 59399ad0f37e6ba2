import type { CeremonyWords } from './ceremony-shape.ts';

const OPTIONAL = 'Az átvételhez ez nem szükséges, nyugodtan kihagyhatja.';

export const CEREMONY_HU: CeremonyWords = {
  language: { own: 'Magyar', choose: 'Nyelv' },
  greeting: {
    heading: 'Értesítés engedményezésről',
    text: (supplier, number) =>
      `${supplier} ezt az értesítést adja át Önnek: ${number}. Kérjük, olvassa el. Ezután Ön dönti el, hogy aláírja-e az átvételét.`,
  },
  identity: {
    heading: 'Először: ki Ön?',
    question: ({ name, title, company }) => `Ön ${named(name, title)} (${company}). Így van?`,
    yes: 'Igen, én vagyok',
    no: 'Nem',
    corrected: 'Kérjük, adja vissza a táblagépet, hogy a nevét kijavíthassuk.',
    nameLabel: 'Az Ön teljes neve',
  },
  reading: {
    heading: 'Kérjük, olvassa el az értesítést',
    hint: 'Görgessen lefelé a saját tempójában. Az olvasással nem ír alá semmit.',
    more: 'Lejjebb folytatódik',
    allRead: 'Az értesítés végére ért.',
    goOn: 'Tovább',
    back: 'Vissza az értesítéshez',
    smaller: 'Kisebb betűk',
    larger: 'Nagyobb betűk',
    textSize: 'Betűméret',
    seePages: 'Megnézem oldalanként',
    code: (code) => `Az irat kódja: ${code}`,
  },
  consent: {
    heading: 'Aláírás ezen a táblagépen',
    tick: 'Hozzájárulok, hogy az átvételt elektronikusan, ezen a táblagépen írjam alá.',
    paper: 'Ha inkább papíron írná alá, szóljon: hozunk vagy küldünk papír példányt.',
  },
  objections: {
    heading: 'Kifogások',
    question:
      'Tud-e az Önök társasága kifogásról az engedményezett számlákkal szemben, vagy olyan ellenkövetelésről, amelyet be akar számítani?',
    choice: {
      none: 'Ma ilyenről nem tudok',
      list: 'Igen, ezekről',
      'not-stated': 'Erről most nem nyilatkozom',
    },
    listLabel: 'Számla és ok',
    hint: {
      HU: 'A társaság kifogásai akkor is megmaradnak, ha itt nem nevezi meg őket. Ha megnevezi, hamarabb rendezhetők.',
      RU: 'Az ismert kifogásokat az átvétel után ésszerű időn belül közölni kell a faktorral; ez ennek egyik módja.',
      EU: 'Az ismert kifogások megnevezése segít rendezni őket. Hogy melyik marad fenn, azt a szerződés joga dönti el.',
      US: 'Az ismert viták megnevezése segít rendezni őket. Ha itt nem nyilatkozik, azzal semmiről sem mond le.',
    },
  },
  debt: {
    tick: 'A tartozást is elismerem',
    statement:
      'Az értesítésben megnevezett követelések fennállnak, és társaságunk ezekkel az összegekkel, e napokon tartozik.',
    consequence: {
      HU: 'Ha elismeri, vita esetén az Önök társaságának kell bizonyítania, hogy nem vagy kevesebbel tartozik; az elévülés újrakezdődik.',
      RU: 'Ha elismeri, a faktor erre mint a társaság tartozáselismerésére hivatkozhat.',
      EU: 'Ha elismeri, a faktor hivatkozhat rá; hogy mennyiben, azt a szerződés joga dönti el.',
      US: 'Ha elismeri, a faktor a számlák kifizetésekor számíthat erre a nyilatkozatra.',
    },
    optional: OPTIONAL,
  },
  waiver: {
    tick: 'A kifogásokról is lemondok',
    statement:
      'Társaságunk a szállítási szerződésből nem támaszt kifogást a faktorral szemben, és nem él vele szemben beszámítással.',
    consequence: {
      HU: 'Ha lemond, társaságuk akkor is fizet a faktornak, ha a szállítóval szemben követelése van. Lemondani csak kifejezetten lehet, és a lemondást nem lehet kiterjesztően értelmezni.',
      RU: 'Ha lemond, társaságuk a jog által megengedett körben nem emel kifogást a faktorral szemben, hanem a szállítóhoz fordul.',
      EU: 'Ha lemond, társaságuk a szerződés joga által megengedett körben nem emel kifogást a faktorral szemben.',
      US: 'Ha lemond, társaságuk a jog által elismert körben nem érvényesíti a faktorral szemben azt, amit a szállítóval szemben megtehetne.',
    },
    optional: OPTIONAL,
  },
  sign: {
    heading: 'Az átvétel aláírása',
    statement: ({ name, title, company, number }) =>
      `Alulírott ${named(name, title)} elismerem, hogy társaságunk (${company}) ezt az engedményezésről szóló értesítést átvette: ${number}.`,
    notAcceptance: 'Ez csak az átvételt igazolja. Nem hozzájárulás, nem a tartozás elismerése és nem lemondás.',
    draw: 'Rajzolom',
    type: 'Begépelem',
    mark: 'Kézjegy',
    drawHint: 'Itt írja alá ujjal vagy tollal',
    typeLabel: 'Aláírásként gépelje be a nevét',
    markHint: 'Ha nem tud írni, tegyen ide bármilyen jelet',
    undo: 'Utolsó vonás vissza',
    clear: 'Törlés',
    placed: 'Az aláírása ide kerül',
    act: 'Átvétel elismerése',
    saved: 'Aláírva, a táblagépen tárolva',
  },
  joint: {
    heading: 'Ketten írják alá együtt',
    text: (place, of) => `${place}. aláírás, összesen ${of}. Az Önök társasága együttesen ír alá.`,
    next: ({ name, company }) => `A következő aláíró (${company}): ${name}`,
    handOver: 'Kérjük, adja át a táblagépet a következő aláírónak',
    other: 'A másik aláíró ma nem tud aláírni',
  },
  refuse: {
    open: 'Nem kívánok aláírni',
    heading: 'Joga van nem aláírni',
    text: 'Az számít, hogy az értesítést megkapta. Ehhez nem kell az aláírása. Csak azt rögzítjük, hogy megkapta, és nem írta alá.',
    reasonLabel: 'Feljegyezhetjük, miért?',
    reasons: {
      'needs-lawyer': 'Előbb jogász nézi meg',
      'needs-approval': 'Belső jóváhagyás kell hozzá',
      'disputes-claim': 'Vitatjuk a követelést',
      'no-electronic': 'Elektronikusan nem írunk alá',
      'no-reason': 'Nem indokolom',
      other: 'Más ok',
    },
    noteLabel: 'Saját szavaival, ha szeretné',
    act: 'Befejezem aláírás nélkül',
    back: 'Vissza az aláíráshoz',
  },
  stamp: {
    open: 'Csak iktatjuk vagy bélyegzünk',
    heading: 'Átvétel aláírás nélkül',
    text: 'Átveszik az értesítést, és a saját rendjük szerint iktatják. Aláírást nem kérünk.',
    numberLabel: 'Érkeztető szám, ha van',
    noteLabel: 'Megjegyzés',
    act: 'Rögzítem, hogy átvettük',
  },
  wrongPerson: {
    open: 'Nem én vagyok az illetékes',
    heading: 'Ki az illetékes?',
    text: 'Aláírás nem történik. Az értesítést az illetékesnek adjuk át.',
    nameLabel: 'Név, ha tudja',
    departmentLabel: 'Osztály',
    act: 'Befejezés',
  },
  done: {
    thanks: 'Köszönjük.',
    handBack: 'Kérjük, adja vissza a táblagépet.',
    copyHeading: 'Az Ön példánya',
    copyText:
      'A kód beolvasásával megőrizheti annak bizonyítékát, amit ma megmutattunk Önnek. A bélyegzett példány ott nyitható meg, amint a táblagép hálózathoz jutott.',
    codeAlt: 'Kód az értesítés ellenőrző oldalának címével',
    emailLabel: 'E-mail-cím a példányhoz',
    emailHint: 'Csak ennek a példánynak az elküldésére használjuk.',
    emailAct: 'Kérem a példányt',
  },
  cover: {
    heading: 'Szünet',
    text: 'Az értesítést eltakartuk, mert egy ideje senki nem nyúlt a táblagéphez. Amit eddig tett, megmaradt.',
    goOn: 'Folytatom',
    repOnly: 'Csak annak, aki a táblagépet hozta',
  },
  outcome: {
    acknowledged: 'Átvétel aláírva',
    'with-exceptions': 'Átvétel aláírva, kifogásokkal',
    'received-only': 'Átvéve aláírás nélkül',
    refused: 'Átadva, az aláírást megtagadták',
    'wrong-person': 'Nem az illetékes',
    absent: 'Nem volt ott senki',
  },
  witness: {
    acknowledged: ({ witness, present, company, number }) =>
      `Alulírott ${witness} az engedményezésről szóló értesítést (${number}) ezen a táblagépen megmutattam neki: ${present} (${company}), és jelen voltam, amikor az átvételt aláírták.`,
    'with-exceptions': ({ witness, present, company, number }) =>
      `Alulírott ${witness} az engedményezésről szóló értesítést (${number}) ezen a táblagépen megmutattam neki: ${present} (${company}), és jelen voltam, amikor az átvételt aláírták. Kifogásokat neveztek meg.`,
    'received-only': ({ witness, present, company, number }) =>
      `Alulírott ${witness} az engedményezésről szóló értesítést (${number}) átadtam neki: ${present || 'iratátvevő hely'} (${company}). Aláírás nélkül vették át.`,
    refused: ({ witness, present, company, number }) =>
      `Alulírott ${witness} az engedményezésről szóló értesítést (${number}) megmutattam neki: ${present || 'a jelen lévő személy'} (${company}). Az átvételt nem kívánta aláírni.`,
    'wrong-person': ({ witness, present, company, number }) =>
      `Alulírott ${witness} megkíséreltem átadni az engedményezésről szóló értesítést (${number}; ${company}). Nem az illetékessel találkoztam${present ? `: ${present}` : ''}. Aláírás nem történt.`,
    absent: ({ witness, company, number }) =>
      `Alulírott ${witness} megkíséreltem átadni az engedményezésről szóló értesítést (${number}; ${company}), de senkit sem találtam, aki átvehette volna.`,
  },
  witnessAct: 'Tanúként megerősítem',
  authority: {
    statutory: 'A társaság törvényes képviselője',
    'power-of-attorney': 'Meghatalmazás',
    apparent: 'A társaság iratátvevő helyén dolgozik',
  },
  identifiedBy: {
    known: 'A tanú személyesen ismeri',
    'id-seen': 'Személyazonosító okmányát megmutatta a tanúnak',
    'business-card': 'Névjegyét megmutatta a tanúnak',
    'power-of-attorney': 'Meghatalmazását megmutatta a tanúnak',
  },
};

function named(name: string, title: string): string {
  return title === '' ? name : `${name}, ${title}`;
}
