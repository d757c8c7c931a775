import { writeSync } from 'node:fs';
import type { Bilingual, Language } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import { estimateTimeLeft } from './time-left.ts';

/** Where a command speaks: results to standard output, everything else to standard error. */
export interface Terminal {
  readonly language: Language;
  readonly json: boolean;
  say(text: Bilingual): string;
  /** A line for people; nothing with `--json`. */
  tell(line: string): void;
  /** The result: JSON on one line with `--json`, else what `human` makes of it. */
  result(value: unknown, human: () => string): void;
  /** Shows how far a step has come and how long it will take. */
  progress(title: Bilingual): (progress: Progress) => void;
  /** Ends the line of progress. */
  endProgress(): void;
}

export function createTerminal(language: Language, json: boolean): Terminal {
  let lineIsOpen = false;
  const isInteractive = process.stderr.isTTY && !json;
  const endProgress = (): void => {
    if (lineIsOpen) writeSync(2, '\n');
    lineIsOpen = false;
  };
  return {
    language,
    json,
    say: text => text[language],
    tell: line => {
      endProgress();
      if (!json) writeSync(2, `${line}\n`);
    },
    result: (value, human) => {
      endProgress();
      writeSync(1, `${json ? JSON.stringify(value) : human()}\n`);
    },
    progress: title => {
      const started = performance.now();
      let shown = 0;
      return progress => {
        const now = performance.now();
        if (!isInteractive || (now - shown < 100 && progress.done < progress.total)) return;
        shown = now;
        lineIsOpen = true;
        writeSync(2, `\r\u001B[K${progressLine(title[language], progress, now - started, language)}`);
      };
    },
    endProgress,
  };
}

function progressLine(title: string, { step, done, total }: Progress, elapsedMs: number, language: Language): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const bar = '█'.repeat(Math.round(share * 20)).padEnd(20, '░');
  const left = estimateTimeLeft(elapsedMs, share, language);
  return `${title} ${bar} ${Math.round(share * 100)} % · ${step} ${done.toLocaleString('es-PE')}/${total.toLocaleString('es-PE')}${left ? ` · ${left}` : ''}`;
}
