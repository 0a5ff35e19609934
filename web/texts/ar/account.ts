export const account = {
  title: 'إعدادات الحساب',
  profile: 'الملف الشخصي',
  email: 'عنوان البريد الإلكتروني',
  name: 'الاسم',
  organization: 'المؤسسة',
  lastSignIn: 'آخر تسجيل دخول',
};

export const password = {
  show: 'إظهار',
  hide: 'إخفاء',
  showLabel: 'إظهار كلمة المرور',
  hideLabel: 'إخفاء كلمة المرور',
  title: 'كلمة المرور',
  change: 'تغيير كلمة المرور',
  submit: 'تغيير',
  changed: 'تم تغيير كلمة المرور، وانتهت جلساتك الأخرى.',
};

export const sessions = {
  title: 'الجلسات',
  device: 'الجهاز',
  from: 'عنوان IP',
  how: 'الطريقة',
  since: 'البداية',
  seen: 'آخر استخدام',
  act: 'الإجراء',
  current: 'هذه الجلسة',
  end: 'إنهاء',
  endOne: (device: string, ip: string) => `إنهاء الجلسة: ${device}، ${ip}`,
  ended: 'انتهت الجلسة.',
  endOthers: 'إنهاء كل الجلسات الأخرى',
  othersEnded: 'انتهت كل الجلسات الأخرى.',
};

export const identity = {
  title: 'تأكيد هويتك',
  lead: 'للمتابعة، أدخل كلمة المرور مرة أخرى.',
  leadTwoFactor: 'للمتابعة، أدخل كلمة المرور ورمزًا جديدًا.',
  submit: 'تأكيد',
  wrongPassword: 'كلمة المرور غير صحيحة.',
};

export const preferences = {
  title: 'اللغة والمنطقة الزمنية',
  lead: 'لهذه الصفحات وللرسائل التي تصلك بالبريد الإلكتروني.',
  timeZone: 'المنطقة الزمنية',
  submit: 'حفظ',
  saved: 'تم الحفظ.',
};
