// Lets a program start so many milliseconds later than it is, as after a crash that nobody has noticed for a while.
const laterMs = Number(process.env.LATER_MS ?? 0);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + laterMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + laterMs;
  }
};
