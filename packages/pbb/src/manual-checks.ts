/** What people check after a payment whose outcome is unknown. */
export const checkPayment =
  "Ask the BPKD or Bapenda for the status of this bill and for its payment log, and for the NTPD if it is paid; " +
  "inquiry does not show it. Do not pay again before that.";

/** What people check after a reversal whose outcome is unknown. */
export const checkReversal =
  "Ask the BPKD or Bapenda whether the payment with this NTPD is still there; inquiry does not show it. Do not reverse " +
  "again, and do not pay the bill again before that: a second reversal deletes a payment that was made in between.";
