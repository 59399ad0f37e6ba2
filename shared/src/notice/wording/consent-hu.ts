import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { ConsentWords } from './consent-shape.ts';

const BY_LAW: Readonly<Record<Jurisdiction, readonly string[]>> = {
  HU: [
    'A felvétel úgy készül, hogy a tartalma változatlanul visszaidézhető, az aláíró személye és az aláírás időpontja pedig azonosítható legyen.',
  ],
  RU: [
    'Az aláíró meghatározásának rendje: a tanú az alábbi módok egyikén azonosítja Önt: személyes ismeretség, megmutatott személyazonosító okmány, névjegy vagy meghatalmazás. Teljes neve, beosztása és jogosultsága magában az iratban, az aláírása mellett áll. Kódot vagy jelszót nem kap, így titokban tartandó kulcsa sincs.',
    'A hozzájárulással társaságuk és a szállító megállapodik abban, hogy az így aláírt átvételi nyilatkozat közöttük a papíron kézzel aláírttal egyenértékű, amennyire ezt a jog a megállapodásukra bízza.',
  ],
  EU: [
    'Az aláírása egyszerű elektronikus aláírás. Hogy szerződésük milyen alakot kíván, azt a szerződés joga dönti el.',
  ],
  US: [
    'Ha folytatja, beleegyezik, hogy az átvételt elektronikus úton igazolja. A rajzolt, gépelt vagy jelként tett aláírást az átvétel aláírásának szánja. Elektronikus iratot senki sem köteles elfogadni; kérhet papírt.',
  ],
};

export const CONSENT_HU: ConsentWords = {
  heading: 'Hozzájárulás a táblagépen való aláíráshoz',
  paragraphs: (data) => [
    `Arra kérjük, hogy elektronikusan, ezen a táblagépen írja alá: társaságuk (${data.debtor.legalName}) az engedményezésről szóló értesítést (${data.number}) átvette.`,
    'A nevét, beosztását és jogosultságát az írta be, aki a táblagépet hozta. Ő a tanú, és feljegyzi, honnan tudja, ki Ön. Okmányszámot nem tárolunk.',
    ...BY_LAW[data.jurisdiction],
    'Amit rögzítünk: a megmutatott értesítés és ellenőrző összege, mely részekig jutott el, a válaszai, az aláírása alakja és az idő a táblagép órája szerint. Az aláírásból csak a vonalakat őrizzük meg. Sebességet és nyomást nem rögzítünk, és az aláírást nem használjuk az Ön felismerésére.',
    `Akik megkapják: ${data.debtor.legalName}, ${data.supplier.legalName} és ${data.factor.legalName}.`,
    'Ameddig megőrizzük: amíg az engedményezésből jogok érvényesíthetők, és amíg a jog az üzleti iratok megőrzését kívánja.',
    'Az aláírásig bármikor abbahagyhatja. Papíron is lehet: kérjen papír példányt és írja alá kézzel, vagy ne írja alá. Maga az értesítés nem függ az aláírásától.',
  ],
};
