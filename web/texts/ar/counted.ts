const figures = new Intl.NumberFormat('ar-u-nu-latn');
/** A number as people write it: with separators from a thousand on. */
export const figure = (count: number): string => figures.format(count);

const rules = new Intl.PluralRules('ar');

/** What Arabic says for each kind of number; `#` stands for the number itself, in Latin digits. */
type Forms = Record<Intl.LDMLPluralRule, string>;

/** A number of things: "مستخدم واحد", "مستخدمان", "3 مستخدمين", "11 مستخدمًا", "100 مستخدم". */
export const counted = (count: number, forms: Forms): string =>
  forms[rules.select(count)].replaceAll('#', figure(count));

/** After a word that governs it ("من أصل", "لدى") or as its object, the dual has another ending. */
const countedUsers = (two: string): Forms => ({
  ...{ zero: '# مستخدم', one: 'مستخدم واحد', two },
  ...{ few: '# مستخدمين', many: '# مستخدمًا', other: '# مستخدم' },
});
const subjects = countedUsers('مستخدمان');
const governed = countedUsers('مستخدمَين');

/** Users as the subject of a sentence. */
export const users = (count: number): string => counted(count, subjects);

/** Users after a preposition, in a genitive construction, or as an object. */
export const ofUsers = (count: number): string => counted(count, governed);
