import type { Lesson } from "./lesson.js";
import { bphtbLessons } from "./lessons/bphtb.js";
import { esamsatLessons } from "./lessons/esamsat.js";
import { pbbLessons } from "./lessons/pbb.js";
import { qrisLessons } from "./lessons/qris.js";

/** One lesson for each way in which money gets lost, in the order in which they build on each other. */
export const lessons: readonly Lesson[] = [...esamsatLessons, ...bphtbLessons, ...pbbLessons, ...qrisLessons];
