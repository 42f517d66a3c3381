import { ledgerLines } from "@setor-tooling/play/ledger-lines";
import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import type { PlayData, ToldLesson } from "../../pages/console/play-data.js";
import { Clock } from "./clock.js";
import { Console } from "./console.js";
import { Lanes } from "./lanes.js";
import { Ledger } from "./ledger.js";
import { LessonList, LessonView } from "./lessons.js";
import { Local } from "./local.js";
import { Picture } from "./picture.js";
import { createSession, type Session } from "./session.js";
import { Share } from "./share.js";

/** What every part of the playground is drawn with. */
export interface Playing {
  readonly data: PlayData;
  readonly session: Session;
}

const lessonHash = /^#lesson=([\w-]+)$/;

/** The playground of a vendor: what to do, what happens, and what is to be learnt from it. */
export function App({ data }: { readonly data: PlayData }) {
  const [, redraw] = useReducer((count: number, _: undefined) => count + 1, 0);
  const session = useMemo(() => createSession(data, () => redraw(undefined)), [data]);
  const [lesson, setLesson] = useState<ToldLesson | undefined>();
  const playing = { data, session };

  useEffect(() => {
    const follow = () => {
      const asked = lessonHash.exec(location.hash)?.[1];
      const found = data.lessons.find(({ id }) => id === asked);
      if (found !== undefined) setLesson(found);
      else if (location.hash.length > 1 && location.hash.slice(1) !== session.link()) {
        setLesson(undefined);
        void session.open(location.hash);
      }
    };
    follow();
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [data, session]);
  useAddress(session, lesson);
  useEffect(() => {
    if (lesson !== undefined) void session.begin({ steps: lesson.before });
  }, [lesson, session]);

  const { player, problem } = session;
  return (
    <>
      {problem !== undefined && (
        <p class="play-problem" role="alert">
          {problem}
        </p>
      )}
      {lesson !== undefined && <LessonView {...playing} lesson={lesson} onLeave={() => setLesson(undefined)} />}
      {lesson === undefined && <Console {...playing} />}
      <Clock {...playing} />
      <Lanes {...playing} />
      <div class="play-beside">
        <Picture {...playing} />
        <Ledger data={data} lines={ledgerLines(player.events, data.vendor)} />
        <Share {...playing} />
        <Local {...playing} />
      </div>
      <LessonList data={data} chosen={lesson} onChoose={setLesson} />
    </>
  );
}

/** Keeps the run in the address, so that reloading and the other language show it as well. */
function useAddress({ player, link, origin }: Session, lesson: ToldLesson | undefined): void {
  const { length } = player.steps;
  useEffect(() => {
    const hash =
      lesson !== undefined ? `#lesson=${lesson.id}` : length > 0 && origin === undefined ? `#${link()}` : undefined;
    if (hash !== undefined && location.hash !== hash) history.replaceState(null, "", hash);
  }, [length, lesson, link, origin]);
}
