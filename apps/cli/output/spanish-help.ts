import type { Command } from 'commander';
import { language, words } from '../language.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Uso:',
  'Arguments:': 'Argumentos:',
  'Options:': 'Opciones:',
  'Commands:': 'Comandos:',
};

/** Commander's own words, which are English, and ours for them. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/\[options\]/g, '[opciones]'],
  [/\[command\]/g, '[comando]'],
  [/\bdefault: /g, 'por omisión: '],
  [/\bchoices: /g, 'valores: '],
  [/^error: /, '✗ '],
  [/unknown option/, 'opción desconocida:'],
  [/unknown command/, 'comando desconocido:'],
  [/missing required argument/, 'falta el argumento'],
  [
    /too many arguments(?: for '[^']*')?\. Expected (\d+) arguments? but got (\d+)[^.]*\./,
    'sobran argumentos: se esperaban $1 y llegaron $2.',
  ],
  [/option '(.+?)' argument missing/, "falta el valor de la opción '$1'"],
  [/option '(.+?)' argument '(.*?)' is invalid\./, "la opción '$1' no admite '$2'."],
  [/Allowed choices are /, 'Valores posibles: '],
  [/\(Did you mean one of (.+?)\?\)/, '(¿quiso decir una de $1?)'],
  [/\(Did you mean (.+?)\?\)/, '(¿quiso decir $1?)'],
];

/** Lets a command speak the language of this run also in what Commander writes by itself. */
export function translateHelp(command: Command): Command {
  command.helpOption('-h, --help', words({ es: 'muestra esta ayuda', en: 'show this help' }));
  if (language === 'en') return command;
  return command
    .configureHelp({
      styleTitle: title => titles[title] ?? title,
      styleUsage: toSpanish,
      styleSubcommandTerm: toSpanish,
      styleDescriptionText: toSpanish,
    })
    .configureOutput({ outputError: (text, write) => write(toSpanish(text)) });
}

function toSpanish(text: string): string {
  return phrases.reduce((spoken, [english, spanish]) => spoken.replace(english, spanish), text);
}
