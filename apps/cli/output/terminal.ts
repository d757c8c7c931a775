import type { Bilingual, Language } from '@rikuy/contracts';
import type { Progress } from '@rikuy/learn';
import { estimateTimeLeft, type Pace } from './time-left.ts';

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

const msBetweenShows = 100;

export function createTerminal(language: Language, json: boolean): Terminal {
  let lineIsOpen = false;
  const isInteractive = process.stderr.isTTY && !json;
  const endProgress = (): void => {
    if (lineIsOpen) process.stderr.write('\r\u001B[K');
    lineIsOpen = false;
  };
  return {
    language,
    json,
    say: text => text[language],
    tell: line => {
      endProgress();
      if (!json) process.stderr.write(`${line}\n`);
    },
    result: (value, human) => {
      endProgress();
      process.stdout.write(`${json ? JSON.stringify(value) : human()}\n`);
    },
    progress: title => {
      let step = { name: '', started: 0, from: 0 };
      let shown = 0;
      return progress => {
        const now = performance.now();
        if (progress.step !== step.name) step = { name: progress.step, started: now, from: shareOf(progress) };
        if (!isInteractive || (now - shown < msBetweenShows && progress.done < progress.total)) return;
        shown = now;
        lineIsOpen = true;
        const pace = { elapsedMs: now - step.started, from: step.from, to: shareOf(progress) };
        process.stderr.write(`\r\u001B[K${title[language]} ${describeProgress(progress, pace, language)}`);
      };
    },
    endProgress,
  };
}

function shareOf({ done, total }: Progress): number {
  return total > 0 ? Math.min(1, done / total) : 0;
}

function describeProgress({ step, done, total }: Progress, pace: Pace, language: Language): string {
  if (total === 0) return `${stepName(step, language)} ${grouped(done, language)}`;
  const bar = '█'.repeat(Math.round(pace.to * 20)).padEnd(20, '░');
  const left = estimateTimeLeft(pace, language);
  const counts = `${grouped(done, language)}/${grouped(total, language)}`;
  return `${bar} ${Math.round(pace.to * 100)} % · ${stepName(step, language)} ${counts}${left ? ` · ${left}` : ''}`;
}

/** Steps are named by English words, or by the models that a use case declares. */
const spanishSteps: Readonly<Record<string, string>> = {
  rows: 'filas',
  entries: 'entradas',
  replay: 'eventos repasados',
  snapshot: 'entradas guardadas',
  columns: 'columnas',
  evaluation: 'evaluación',
  trees: 'árboles',
  trials: 'pruebas',
  declarations: 'declaraciones',
};

function stepName(step: string, language: Language): string {
  return language === 'es' ? (spanishSteps[step] ?? step) : step;
}

function grouped(count: number, language: Language): string {
  return count.toLocaleString(language === 'es' ? 'es-PE' : 'en-US');
}
