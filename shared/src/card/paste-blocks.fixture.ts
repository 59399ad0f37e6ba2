/** Blocks as they stand on letterheads, in contracts and in mail footers. The companies are made up. */
export const PASTE_BLOCKS = {
  letterhead: `Dunaparti Játék Kereskedelmi Kft.
Székhely: 1138 Budapest, Váci út 193. 2. em. 5.
Adószám: 24173564-2-41
Cégjegyzékszám: 01-09-173562
Bankszámlaszám: 10300208-10543720-00000000
E-mail: info@dunaparti.example
Tel.: +36 30 214 5873`,
  withoutLabels: `DUNAPARTI JÁTÉK KFT., 1138 Budapest, Váci út 193., 24173564-2-41, 01-09-173562, 10300208-10543720`,
  oneLine: `Cégnév: Tiszavirág Bt., székhely: 6720 Szeged, Kárász u. 7., adószám: 24173564-2-06, cégjegyzékszám: 06-06-018273, képviseli: Nagy Béla ügyvezető`,
  contractHead: `Név: Zöld Kocka Zártkörűen Működő Részvénytársaság
Székhelye: H-4024 Debrecen, Piac utca 12/A
Cégjegyzékszáma: 09-10-000381
Adószáma: 24173564-4-44
Csoportazonosító szám: 17782342-5-44
Közösségi adószáma: HU17782342
Statisztikai számjele: 24173564-4649-114-09
Számlavezető bank: Példa Bank Nyrt.
IBAN: HU07 1030 0208 1054 3720 0000 0000
SWIFT: MKKBHUHB
Képviselő: dr. Kiss-Varga Mária vezérigazgató`,
  webTable: `<table><tr><td>Cégnév:</td><td>Alföldi Bábu Kft.</td></tr><tr><td>Adószám:</td><td>24173564&nbsp;-2-03</td></tr><tr><td>Székhely:</td><td>6000 Kecskemét, Petőfi Sándor u. 1.</td></tr></table>`,
  labelsAbove: `Adószám
24173564-2-41
Székhely
1138 Budapest, Váci út 193.
Ügyvezető
Szabó Ágnes`,
  russianCard: `Полное наименование: Общество с ограниченной ответственностью «Волжские игрушки»
Сокращённое наименование: ООО «Волжские игрушки»
ИНН/КПП: 7741392852/774101001
ОГРН: 1187746392514
ОКПО 28439171
ОКВЭД: 46.49.42
Юридический адрес: 127018, г. Москва, ул. Сущёвский Вал, д. 18, офис 412
Почтовый адрес: 127018, г. Москва, а/я 17
р/с 40702810938000174512 в ПАО «Пример Банк» г. Москва
к/с 30101810900000000974
БИК 044525974
Генеральный директор: Кузнецова Ирина Павловна, действует на основании Устава
Тел.: +7 (495) 741-39-28
E-mail: buh@volga-igr.example`,
  russianOneLine: `ООО "Ромашка", ИНН 7741392852, КПП 774101001, ОГРН 1187746392514, 117312, г. Москва, ул. Вавилова, д. 19, р/с 40702810938000174512, к/с 30101810900000000974, БИК 044525974, тел. 8 (495) 741-39-28`,
  soleTrader: `ИП Орлов Сергей Николаевич
ИНН 501287394600
ОГРНИП 318502400073910
Адрес: 143002, Московская область, г. Одинцово, Можайское шоссе, д. 71
Расчётный счёт: 40802810 7 7000 0091834
Банк: АО «Пример Банк»
БИК: 044525974
Корр. счёт: 30101810900000000974`,
  contractPreamble: `Общество с ограниченной ответственностью «Север», именуемое в дальнейшем Покупатель, в лице генерального директора Петрова Ивана Сергеевича, действующего на основании доверенности № 5 от 01.02.2026`,
  slashes: `ООО «Север» ИНН 7741392852/774101001 Р/С: 40702810938000174512 БАНК: ПАО ПРИМЕР БАНК БИК: 044525974 К/С: 30101810900000000974`,
  twoAccounts: `Bankszámlaszám (HUF): 10300208-10543720
IBAN (HUF): HU07 1030 0208 1054 3720 0000 0000
Bankszámlaszám (EUR): 11600006-60873455`,
  slip: `Adószám: 24173565-2-41`,
  german: `Nordhafen Spielwaren GmbH, VAT: DE281746396, IBAN: DE31 2005 0550 1048 2739 15, E-mail: info@nordhafen.example`,
  nothing: `Köszönjük a megkeresést, hamarosan válaszolunk!`,
} as const;
