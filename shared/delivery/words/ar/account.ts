/* Mails about how an account is protected: its password and its second factor. */

import type { Facts, Words } from '../words.ts';
import { isolated } from './isolated.ts';
import { notMe, unexpected, unexpectedOfOthers } from './unexpected.ts';

const factorOff = 'أصبح حسابك الآن محميًا بكلمة المرور فقط. أعد تفعيل المصادقة الثنائية من إعدادات الحساب.';

export const mailsOfAccount = {
  invited: ({ organization, until }: Facts): Words => ({
    subject: `حسابك لدى ${isolated(organization)}`,
    lines: [
      `أنشأ أحد مسؤولي ${isolated(organization)} حسابًا لك. عيِّن كلمة مرور لبدء استخدامه. يُستخدم الرابط مرة واحدة، وهو صالح حتى ${until}.`,
      'إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها. لا يمكن لأحد استخدام الحساب قبل تعيين كلمة مرور له.',
    ],
    action: 'تعيين كلمة المرور',
  }),
  invitedAgain: ({ organization, until }: Facts): Words => ({
    subject: `تعيين كلمة مرور حسابك لدى ${isolated(organization)}`,
    lines: [
      `أرسل إليك أحد مسؤولي ${isolated(organization)} رابطًا لتعيين كلمة مرور جديدة. يُستخدم الرابط مرة واحدة، وهو صالح حتى ${until}، ويؤدي إلى تسجيل خروجك من كل الأجهزة.`,
      unexpectedOfOthers,
    ],
    action: 'تعيين كلمة المرور',
  }),
  passwordReset: ({ organization, until, where }: Facts): Words => ({
    subject: `إعادة تعيين كلمة مرور حسابك لدى ${isolated(organization)}`,
    lines: [
      `تلقّينا طلبًا لإعادة تعيين كلمة المرور من العنوان ${isolated(where)}. استخدم الرابط لتعيين كلمة مرور جديدة. يُستخدم الرابط مرة واحدة، وهو صالح حتى ${until}. لن تتأثر المصادقة الثنائية.`,
      'إذا لم تكن أنت من طلب ذلك، فيمكنك تجاهل هذه الرسالة. لم تتغير كلمة المرور.',
    ],
    action: 'تعيين كلمة مرور جديدة',
  }),
  emailChange: ({ organization, until, newEmail }: Facts): Words => ({
    subject: 'أكّد عنوان بريدك الإلكتروني الجديد',
    lines: [
      `طلب أحدهم أن يصبح ${isolated(newEmail)} عنوان حساب لدى ${isolated(organization)}. استخدم الرابط لتأكيد ذلك. يعمل الرابط مرة واحدة حتى ${until}.`,
      'بعد ذلك ستسجل الدخول بهذا العنوان، وسيتم تسجيل خروجك من كل الأجهزة.',
      'إذا لم تكن أنت، فيمكنك تجاهل هذه الرسالة. لن يتغير شيء.',
    ],
    action: 'تأكيد هذا العنوان',
  }),
  emailChanged: ({ when, where, newEmail }: Facts): Words => ({
    subject: 'تم تغيير عنوان بريدك الإلكتروني',
    lines: [
      `تم تغيير عنوان حسابك إلى ${isolated(newEmail)} في ${when} من العنوان ${isolated(where)}. من الآن فصاعدًا تصل رسائلنا إلى هناك.`,
      'إذا لم تكن أنت، فاستخدم الزر أدناه: تستعيد هذا العنوان، ويتم تسجيل خروج الجميع، وتختار كلمة مرور جديدة.',
    ],
    action: notMe,
  }),
  emailRestored: ({ when, newEmail }: Facts): Words => ({
    subject: 'تمت استعادة عنوان بريدك الإلكتروني',
    lines: [
      `أُعيد عنوان حسابك من هذا العنوان إلى ${isolated(newEmail)} في ${when} عبر الرابط الوارد في الرسالة التي أرسلناها إلى هناك، وتم تسجيل خروج الجميع.`,
      'إذا لم تكن تتوقع ذلك، فتواصل مع المسؤول.',
    ],
  }),
  passwordSet: ({ when, where }: Facts): Words => ({
    subject: 'تم تعيين كلمة مرور حسابك',
    lines: [
      `تم تعيين كلمة مرور حسابك في ${when} من العنوان ${isolated(where)}، وتم تسجيل خروجك من كل الأجهزة.`,
      unexpected,
    ],
    action: notMe,
  }),
  passwordClosed: ({ when, until }: Facts): Words => ({
    subject: 'تم قفل كلمة مرور حسابك',
    lines: [
      `أُدخلت كلمة مرور خاطئة لحسابك 100 مرة متتالية، وكانت المرة الأخيرة في ${when}. لذلك قفلنا كلمة المرور على الأجهزة التي لم تستخدمها من قبل.`,
      `عيِّن كلمة مرور جديدة لتسجيل الدخول من جهاز جديد. يُستخدم الرابط مرة واحدة، وهو صالح حتى ${until}.`,
    ],
    action: 'تعيين كلمة مرور جديدة',
  }),
  passwordChanged: ({ when, where }: Facts): Words => ({
    subject: 'تم تغيير كلمة مرور حسابك',
    lines: [`تم تغيير كلمة مرور حسابك في ${when} من العنوان ${isolated(where)}، وانتهت جلساتك الأخرى.`, unexpected],
    action: notMe,
  }),
  twoFactorEnabled: ({ when, where }: Facts): Words => ({
    subject: 'تم تفعيل المصادقة الثنائية لحسابك',
    lines: [
      `تم تفعيل المصادقة الثنائية لحسابك في ${when} من العنوان ${isolated(where)}. من الآن فصاعدًا، تسجّل الدخول بكلمة المرور ورمز من تطبيق المصادقة.`,
      'احتفظ برموز الاسترداد في مكان يمكنك الوصول إليه بدون هاتفك.',
      'إذا لم تكن أنت من فعل ذلك، فقد يكون شخص آخر على علم بكلمة المرور. يؤدي الزر أدناه إلى تسجيل خروج الجميع وإيقاف المصادقة الثنائية مجددًا، ويتيح لك تعيين كلمة مرور جديدة.',
    ],
    action: notMe,
  }),
  twoFactorReplaced: ({ when, where }: Facts): Words => ({
    subject: 'تم استبدال تطبيق المصادقة المرتبط بحسابك',
    lines: [
      `تم ربط تطبيق مصادقة آخر بحسابك في ${when} من العنوان ${isolated(where)}. لم يعد التطبيق السابق ولا رموز الاسترداد السابقة صالحة.`,
      unexpected,
    ],
    action: notMe,
  }),
  twoFactorDisabled: ({ when, where }: Facts): Words => ({
    subject: 'تم إيقاف المصادقة الثنائية لحسابك',
    lines: [`تم إيقاف المصادقة الثنائية لحسابك في ${when} من العنوان ${isolated(where)}.`, factorOff, unexpected],
    action: notMe,
  }),
  twoFactorReset: ({ organization, when }: Facts): Words => ({
    subject: 'تمت إعادة ضبط المصادقة الثنائية لحسابك',
    lines: [
      `أزال أحد مسؤولي ${isolated(organization)} العامل الثاني من حسابك في ${when}، وتم تسجيل خروجك من كل الأجهزة.`,
      factorOff,
      unexpectedOfOthers,
    ],
    action: notMe,
  }),
  twoFactorUndone: ({ when }: Facts): Words => ({
    subject: 'تم إيقاف المصادقة الثنائية لحسابك',
    lines: [
      `في ${when}، أبلغتنا بأنك لم تفعّل المصادقة الثنائية، فأوقفناها وسجّلنا خروج الجميع.`,
      'بعد تعيين كلمة مرور جديدة، فعِّلها مجددًا باستخدام تطبيقك.',
    ],
  }),
  twoFactorReminder: ({ organization }: Facts): Words => ({
    subject: `تطلب منك ${isolated(organization)} تفعيل المصادقة الثنائية`,
    lines: [
      `حسابك لدى ${isolated(organization)} محمي بكلمة المرور فقط. مع المصادقة الثنائية، لا يمكن لمن يعرف كلمة المرور أن يسجّل الدخول بها وحدها.`,
      'يستغرق ذلك دقيقتين، ولا تحتاج إلا إلى تطبيق مصادقة. افتح إعدادات الحساب واختر «تفعيل».',
      'يمكنك إيقاف هذه التذكيرات من إعدادات الحساب، ضمن «الملف الشخصي».',
    ],
    action: 'فتح إعدادات الحساب',
  }),
};
