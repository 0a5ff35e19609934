/**
 * Why a request failed or got its answer, where the answer must not reveal it. These go to the log, for operators and
 * alarms, each with the case in which it is written.
 */
export const logReasons = {
  unknown_email: 'a sign-in for an address without an account',
  wrong_password: 'a sign-in with a wrong password',
  not_active: 'a sign-in with the right password of a suspended account',
  wrong_code: 'a wrong code of the authenticator app',
  replayed_code: 'a code of the authenticator app that had been used',
  wrong_recovery_code: 'a recovery code that is unknown or used',
  wrong_bypass_code: 'a bypass code that is unknown, used, replaced, or expired',
  source_limit: 'the source address has to wait',
  password_limit: 'the password, or the device that tries it, has to wait',
  second_factor_limit: 'the second factor has to wait',
  password_limit_closed: '100 wrong passwords in a row: waiting does not help',
  second_factor_limit_closed: '100 wrong codes in a row: waiting does not help',
  budget_limit:
    'an account or an administrator has caused enough mails for now; a request for a reset is answered 202 all the same',
  answered_again: 'the same request came again and got the answer that was kept',
} as const;
export type LogReason = keyof typeof logReasons;
