import { counted, ofUsers, users } from './counted.ts';
import { permissionNames } from './history.ts';
import { isolated, percent } from './isolated.ts';

/* The texts of the pages for administrators, which other people do not load. */

export const userTexts = {
  users: {
    title: 'المستخدمون',
    newUser: 'مستخدم جديد',
    filter: 'تصفية',
    twoFactor: 'حالة المصادقة الثنائية',
    all: 'الكل',
    enabled: 'مفعّلة',
    disabled: 'غير مفعّلة',
    emailPrefix: 'البريد الإلكتروني يبدأ بـ',
    apply: 'تطبيق',
    email: 'البريد الإلكتروني',
    name: 'الاسم',
    status: 'المصادقة الثنائية',
    lastSignIn: 'آخر تسجيل دخول',
    required: 'بالمصادقة الثنائية',
    notRequired: 'بكلمة المرور فقط',
    none: 'لا يوجد مستخدمون يطابقون عوامل التصفية هذه.',
    count: (count: number, hasMore: boolean) => `${users(count)}${hasMore ? ' في هذه الصفحة، وهناك المزيد' : ''}`,
    first: 'الصفحة الأولى',
    next: 'الصفحة التالية',
    pages: 'صفحات القائمة',
    badAddress: 'لم يعد هذا الرابط إلى القائمة صالحًا.',
    csv: 'تنزيل CSV',
    csvBusy: 'جارٍ التحضير…',
    csvDone: (count: number) => `تم تنزيل بيانات ${ofUsers(count)}`,
    adoption: 'انتشار المصادقة الثنائية',
    adopted: (enabled: number, total: number) =>
      `المصادقة الثنائية مفعّلة لدى ${enabled} من أصل ${ofUsers(total)} (${percent(total === 0 ? 0 : Math.round((100 * enabled) / total))}).`,
    followUp: 'عرض المستخدمين الذين لم يفعّلوا المصادقة الثنائية',
    overTime: (since: string, before: number, now: number) =>
      `من ${percent(before)} بتاريخ ${isolated(since)} إلى ${percent(now)} اليوم.`,
  },
  reminders: {
    column: 'تحديد',
    select: (email: string) => `تحديد ${email}`,
    all: 'تحديد كل من لم يفعّل المصادقة الثنائية',
    no: 'إلغاء التحديد',
    send: 'إرسال تذكير',
    none: 'حدِّد أولًا المستخدمين الذين تريد تذكيرهم.',
    sent: (count: number) =>
      counted(count, {
        ...{ zero: 'لم يُرسَل أي تذكير.', one: 'أُرسل تذكير واحد.', two: 'أُرسل تذكيران.' },
        ...{ few: 'أُرسلت # تذكيرات.', many: 'أُرسل # تذكيرًا.', other: 'أُرسل # تذكير.' },
      }),
    skipped: {
      recently: (count: number) => `سبق أن تلقّى ${users(count)} تذكيرًا هذا الأسبوع.`,
      not_set_up: (count: number) => `لم يعيّن ${users(count)} كلمة مرور بعد.`,
      suspended: (count: number) => `الحساب معلّق لدى ${ofUsers(count)}.`,
      enabled: (count: number) => `المصادقة الثنائية مفعّلة بالفعل لدى ${ofUsers(count)}.`,
      not_found: (count: number) =>
        counted(count, {
          ...{
            zero: '# مستخدم لم يعودوا موجودين.',
            one: 'مستخدم واحد لم يعد موجودًا.',
            two: 'مستخدمان لم يعودا موجودين.',
          },
          few: '# مستخدمين لم يعودوا موجودين.',
          many: '# مستخدمًا لم يعودوا موجودين.',
          other: '# مستخدم لم يعودوا موجودين.',
        }),
    },
  },
  policy: {
    title: 'سياسة المصادقة الثنائية',
    lead: 'ما تطلبه مؤسستك من مستخدميها',
    modes: {
      off: 'اختيارية: القرار لكل مستخدم',
      encouraged: 'مستحسنة: يُطلب ممن لم يفعّلها أن يفعّلها',
      required: 'إلزامية: بدءًا من تاريخ تختاره، لا يمكن لمن لم يفعّلها القيام بأي شيء قبل تفعيلها',
    },
    dayHint:
      'يسري هذا على عمليات تسجيل الدخول الجديدة. أما من سجّلوا الدخول من قبل، فتستمر جلساتهم حتى تنتهي خلال يوم واحد.',
    submit: 'حفظ السياسة',
    saved: 'تم حفظ السياسة.',
    encourages: (organization: string) =>
      `تطلب منك ${isolated(organization)} تفعيل المصادقة الثنائية. يستغرق ذلك دقيقتين تقريبًا.`,
    requires: (organization: string) =>
      `تشترط ${isolated(organization)} المصادقة الثنائية. فعِّلها للمتابعة، فلا يمكنك القيام بأي شيء آخر هنا قبل ذلك.`,
    willRequire: (organization: string) => `ستشترط ${isolated(organization)} المصادقة الثنائية قريبًا. فعِّلها قبل`,
  },
  user: {
    back: 'كل المستخدمين',
    profile: 'الملف الشخصي',
    permissions: 'الأذونات',
    mayManage: permissionNames['users:manage'],
    noPermissions: 'لا توجد',
    created: 'تاريخ الإنشاء',
    status: 'الحالة',
    active: 'نشط',
    suspended: 'معلّق',
    gone: 'لا يوجد مستخدم كهذا في مؤسستك.',
  },
  userActions: {
    title: 'الإجراءات',
    resetTwoFactor: 'إعادة ضبط المصادقة الثنائية',
    reset: 'تم إيقاف المصادقة الثنائية لهذا المستخدم وتسجيل خروجه من كل الأجهزة، وأرسلنا إليه رسالة إلكترونية بذلك.',
    resetDialog: {
      title: 'هل تريد إعادة ضبط المصادقة الثنائية؟',
      lead: 'لمن فقد هاتفه ورموز الاسترداد. تأكد من هوية صاحب الطلب: بعد هذا الإجراء، تكفي كلمة المرور وحدها لتسجيل الدخول إلى الحساب. كما ستنتهي كل جلساته.',
      submit: 'إعادة الضبط',
    },
    bypassCode: 'رمز التجاوز',
    bypassCodeDialog: {
      title: 'هل تريد إرسال رمز تجاوز؟',
      lead: 'لمن ليس هاتفه معه الآن. نرسل إليه بالبريد الإلكتروني رمز تجاوز يُغني عن العامل الثاني مرة واحدة. تبقى المصادقة الثنائية مفعّلة. تأكد من هوية صاحب الطلب.',
      submit: 'إرسال رمز التجاوز',
    },
    bypassCodeSent: (email: string) => `أرسلنا رمز تجاوز إلى ${isolated(email)}. يُستخدم مرة واحدة، وهو صالح حتى`,
    liftWaits: 'إنهاء مدة الانتظار',
    waitsLifted: 'انتهت مدة الانتظار. يمكن للمستخدم إعادة المحاولة على الفور.',
    liftWaitsDialog: {
      title: 'هل تريد إنهاء مدة الانتظار؟',
      lead: 'لمن عليه الانتظار بعد إدخال كلمات مرور أو رموز خاطئة كثيرة. يمكنه إعادة المحاولة على الفور.',
      submit: 'إنهاء مدة الانتظار',
    },
    invite: 'رابط دعوة جديد',
    invitation:
      'سلِّم هذا الرابط إلى المستخدم، فلن يظهر مرة أخرى. يمكن استخدامه مرة واحدة لتعيين كلمة المرور، وهو صالح حتى',
    invitationSent: (email: string) => `أرسلنا رابطًا إلى ${isolated(email)}.`,
    suspend: 'تعليق الحساب',
    suspended: 'تم تعليق حساب المستخدم وتسجيل خروجه من كل الأجهزة.',
    suspendDialog: {
      title: 'هل تريد تعليق حساب هذا المستخدم؟',
      lead: 'سيؤدي هذا إلى إنهاء كل جلساته، ولن يمكنه تسجيل الدخول قبل أن تعيد تنشيط الحساب.',
      submit: 'تعليق الحساب',
    },
    reactivate: 'إعادة تنشيط الحساب',
    reactivated: 'يمكن للمستخدم تسجيل الدخول مجددًا.',
  },
  newUser: {
    title: 'مستخدم جديد',
    mayManage: 'يمكنه إدارة مستخدمي المؤسسة',
    submit: 'إنشاء مستخدم',
    created: (name: string) => `تم إنشاء حساب ${isolated(name)}`,
    invitation:
      'انسخ هذا الرابط الآن وسلِّمه إلى المستخدم الجديد، فلن يظهر مرة أخرى. يمكن استخدامه مرة واحدة لتعيين كلمة المرور، وهو صالح حتى',
    another: 'إنشاء مستخدم آخر',
  },
};
