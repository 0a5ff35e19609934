import type { FaultCode } from '../../../shared/domain/errors.ts';
import type { ApiErrorCode } from '../en/errors.ts';
import { counted } from './counted.ts';
import { isolated } from './isolated.ts';

export const errors: Record<ApiErrorCode, string> = {
  request_invalid: 'راجع ما أدخلته.',
  credentials_invalid: 'عنوان البريد الإلكتروني أو كلمة المرور غير صحيحة.',
  session_required: 'انتهت جلستك. سجِّل الدخول مرة أخرى.',
  challenge_invalid: 'انتهت مهلة تسجيل الدخول. سجِّل الدخول مرة أخرى.',
  code_invalid: 'هذا الرمز غير صحيح أو سبق استخدامه.',
  identity_confirmation_required: 'أكِّد هويتك أولًا.',
  permission_required: 'ليس لديك إذن بإدارة المستخدمين. اطلبه من أحد المسؤولين.',
  two_factor_required: 'فعِّل المصادقة الثنائية أولًا.',
  origin_rejected: 'لم يصدر هذا الطلب من هذا الموقع. افتح الصفحة من عنوانها المعتاد، ثم أعد المحاولة.',
  not_found: 'لا يوجد شيء هنا.',
  method_not_allowed: 'هذه الصفحة لم تعد محدَّثة. أعد تحميلها.',
  two_factor_not_enabled: 'المصادقة الثنائية غير مفعّلة. أعد تحميل الصفحة لعرض الحالة الحالية.',
  setup_invalid: 'انتهت صلاحية هذا الإعداد أو حلّ محله إعداد آخر. ابدأ من جديد.',
  email_taken: 'يوجد بالفعل مستخدم بعنوان البريد الإلكتروني هذا.',
  user_suspended: 'حساب هذا المستخدم معلّق. أعد تنشيطه أولًا.',
  last_administrator: 'تحتاج مؤسستك إلى مسؤول نشط واحد على الأقل. أضف مسؤولًا آخر أولًا.',
  mail_required:
    'لا يمكننا إرسال هذا إلى المستخدم إلا بالبريد الإلكتروني، وهو غير مُعَدّ هنا. اطلب إعداده ممن يدير هذه الخدمة.',
  payload_too_large: 'هذا أطول من اللازم.',
  media_type_unsupported: 'هذه الصفحة لم تعد محدَّثة. أعد تحميلها.',
  password_rejected: 'اختر كلمة مرور أخرى.',
  too_many_attempts: 'محاولات كثيرة جدًا. انتظر قليلًا، ثم أعد المحاولة.',
  temporarily_unavailable: 'الخدمة لا تستجيب حاليًا. أعد المحاولة بعد قليل.',
  internal: 'حدث خطأ من جانبنا. أعد المحاولة، وإذا تكررت المشكلة فتواصل مع المسؤول.',
  offline: 'تعذّر الوصول إلى الخدمة. تحقق من اتصالك، ثم أعد المحاولة.',
};

const seconds = {
  ...{ zero: '# ثانية', one: 'ثانية واحدة', two: 'ثانيتين' },
  ...{ few: '# ثوانٍ', many: '# ثانية', other: '# ثانية' },
};
const minutes = {
  ...{ zero: '# دقيقة', one: 'دقيقة واحدة', two: 'دقيقتين' },
  ...{ few: '# دقائق', many: '# دقيقة', other: '# دقيقة' },
};
const hours = {
  ...{ zero: '# ساعة', one: 'ساعة واحدة', two: 'ساعتين' },
  ...{ few: '# ساعات', many: '# ساعة', other: '# ساعة' },
};

/** A time to wait, in the unit that people would use. */
const duration = (time: number): string => {
  if (time < 60) return counted(time, seconds);
  if (time <= 90 * 60) return counted(Math.ceil(time / 60), minutes);
  return counted(Math.ceil(time / 3_600), hours);
};

export const wait = (time: number): string => `محاولات كثيرة جدًا. انتظر ${duration(time)}، ثم أعد المحاولة.`;

export const characters = (count: number): string =>
  counted(count, {
    ...{ zero: '# حرف', one: 'حرفًا واحدًا', two: 'حرفين' },
    ...{ few: '# أحرف', many: '# حرفًا', other: '# حرف' },
  });

/** Words in English quotation marks, each in those of Arabic. */
const requoted = (value: string): string =>
  value.replace(/“([^”]*)”/g, (_, word: string) => `«${isolated(word)}»`).replaceAll(', ', '، ');

/** What is wrong with a field. `value`: a number, quoted words or domains, as the code needs one. */
export const faults: Record<FaultCode, (value: string) => string> = {
  too_short: (value) => `استخدم ${characters(Number(value))} على الأقل.`,
  too_long: (value) => `استخدم ${characters(Number(value))} على الأكثر.`,
  common_password: () => 'كلمة المرور هذه من أول ما يخمّنه الناس.',
  repetitive_password: () => 'تجنّب الأحرف المكررة والتسلسلات البسيطة.',
  guessable_password: () =>
    'من السهل تخمين هذا: كلمات شائعة أو أسماء أو تواريخ أو أنماط من لوحة المفاتيح، ولو كانت مكررة أو مضافًا إليها أرقام. استخدم أربع كلمات أو أكثر لا رابط بينها.',
  password_of_context: (value) =>
    `أول ما يجرّبه الآخرون مع حسابك: ${requoted(value)}. تجنّب ذلك، أو أضف المزيد من الكلمات التي لا رابط بينها.`,
  domain_not_allowed: (value) =>
    `استخدم عنوان بريد إلكتروني من أحد هذه النطاقات: ${value.split(', ').map(isolated).join('، ')}.`,
  own_account: () => 'لا يمكنك تنفيذ هذا الإجراء على حسابك. اطلبه من مسؤول آخر.',
  ill_formed_text: () => 'هذا النص غير مرمَّز بشكل سليم.',
  direction_character: () => 'الأحرف التي تغيّر اتجاه النص غير مسموح بها.',
  control_character: () => 'أحرف التحكم وفواصل الأسطر غير مسموح بها.',
  invisible_character: () => 'الأحرف غير المرئية غير مسموح بها.',
  private_character: () => 'أحرف الاستخدام الخاص غير مسموح بها لأن شكلها يختلف من جهاز إلى آخر.',
  unknown_character: () => 'يحتوي هذا على حرف لا يعرّفه Unicode.',
  too_many_marks: () => 'هناك علامات تشكيل كثيرة جدًا على حرف واحد.',
  nothing_visible: () => 'استخدم حرفًا مرئيًا واحدًا على الأقل.',
  email_incomplete: () => 'أدخل عنوان بريد إلكتروني، مثل name@example.com.',
  email_accents: () => 'قبل علامة @ لا تُقبل إلا الأحرف اللاتينية من دون علامات والأرقام والرموز.',
  email_name_too_long: (value) => `استخدم ${value} حرفًا على الأكثر قبل علامة @.`,
  email_dots: () => 'قبل علامة @ لا يمكن أن تكون النقطة في البداية أو في النهاية أو مكررة.',
  email_characters: () =>
    'قبل علامة @ لا يُسمح بالمسافات وعلامات الاقتباس والأقواس والفواصل والنقطتين والشرطة المائلة العكسية.',
  email_ip_address: () => 'استخدم اسم نطاق بعد علامة @، لا عنوان IP.',
  email_label_too_long: (value) => `استخدم ${value} حرفًا على الأكثر بين كل نقطتين في النطاق.`,
  email_domain: () => 'بعد علامة @ استخدم اسم نطاق، مثل example.com.',
  email_domain_incomplete: () => 'النطاق بعد علامة @ غير مكتمل. يجب أن يحتوي على نقطة، مثل example.com.',
  clock_off: (value) =>
    `ساعة هاتفك ${Number(value) > 0 ? 'متقدمة' : 'متأخرة'} بنحو ${counted(Math.abs(Number(value)), minutes)}. اضبطها على الوقت التلقائي ثم أدخل الرمز الذي يعرضه التطبيق.`,
  color_too_light: (value) => `التباين ${value} : 1، ويحتاج النص إلى 4.5 : 1. اختر لونًا أغمق.`,
  color_too_dark: (value) => `التباين ${value} : 1، ويحتاج النص إلى 4.5 : 1. اختر لونًا أفتح.`,
  logo_unreadable: () => 'هذه ليست صورة PNG ولا SVG.',
  logo_too_large: () => 'استخدم صورة لا يزيد حجمها على 32 كيلوبايت، ولا يزيد عرضها وارتفاعها على 1024 بكسل.',
  logo_unsafe: () =>
    'يحتوي ملف SVG هذا على أكثر من رسم بسيط، مثل نص برمجي أو ورقة أنماط أو قناع أو أجزاء تُرسم أكثر من مرة.',
  name_like_address: () => 'استخدم اسمًا لا يحتوي على عنوان أو رقم هاتف. يمكن لمشغّل الخدمة تعيين أي اسم آخر.',
  web_address_invalid: () => 'استخدم عنوانًا يبدأ بـ https://.',
  contact_invalid: () => 'استخدم عنوان بريد إلكتروني أو عنوانًا يبدأ بـ https://.',
};
