import type { Bilingual, Evaluation, Figure, GroupFairness, Language, ModelManifest } from '@rikuy/contracts';
import type { UseCase } from '../../../use-case/use-case.ts';
import { cardStyle } from './card-style.ts';
import { cardWords } from './card-words.ts';
import { escaped, list, paragraphs, table } from './html.ts';

/** Features that a card names. */
const mostFeatures = 15;

/**
 * The card of a registered model as one HTML page that needs nothing else, fit for paper (Mitchell et al., "Model cards
 * for model reporting", 2019): purpose, data, figures with intervals, what it goes by, limits and fairness. What the
 * manifest does not hold is said to be absent.
 */
export function modelCard(useCase: UseCase, manifest: ModelManifest, language: Language): string {
  const card = new Card(useCase, manifest, language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${card.word('title')} · ${manifest.version}`)}</title>
<style>${cardStyle}</style>
</head>
<body>
${card.header()}
<main>
${card.sections().join('\n')}
</main>
</body>
</html>
`;
}

class Card {
  private readonly useCase: UseCase;
  private readonly manifest: ModelManifest;
  private readonly language: Language;

  constructor(useCase: UseCase, manifest: ModelManifest, language: Language) {
    this.useCase = useCase;
    this.manifest = manifest;
    this.language = language;
  }

  word(name: keyof typeof cardWords): string {
    return cardWords[name][this.language];
  }

  header(): string {
    const { version, stage, createdAt, createdBy, chosen } = this.manifest;
    const facts = [
      `${this.word('version')} ${version}`,
      `${this.word('stage')}: ${stage}`,
      `${this.word('created')} ${createdAt.slice(0, 16).replace('T', ' ')} UTC ${this.word('by')} ${createdBy}`,
    ];
    const title = `${this.useCase.title[this.language]}: ${this.titleOf(chosen)}`;
    return `<header><p>${escaped(this.word('title'))}</p><h1>${escaped(title)}</h1><p>${escaped(facts.join(' · '))}</p></header>`;
  }

  sections(): string[] {
    const { card } = this.manifest;
    const declared = (text: Bilingual | undefined): string =>
      paragraphs([text?.[this.language] ?? this.word('undeclared')]);
    return [
      this.section('purpose', declared(card?.purpose ?? this.useCase.description)),
      this.section('users', declared(card?.users)),
      this.section('data', `${declared(card?.data)}${this.dataFacts()}`),
      this.section('figures', `${paragraphs([this.word('figuresNote')])}${this.figures()}`),
      this.section('inspecting', this.inspecting()),
      this.section('patterns', this.patterns()),
      this.section('importance', this.importance()),
      this.section('policy', this.policy()),
      this.section('searches', this.searches()),
      this.section('leakage', this.leakage()),
      this.section('limits', card ? list(card.limits.map(limit => limit[this.language])) : declared(undefined)),
      this.section('fairness', this.fairness()),
      this.section('again', this.again()),
    ].filter(section => section !== '');
  }

  private section(name: keyof typeof cardWords, content: string): string {
    return content === '' ? '' : `<section><h2>${escaped(this.word(name))}</h2>${content}</section>`;
  }

  private dataFacts(): string {
    const { dataset, split } = this.manifest;
    const cut = split.cut.slice(0, 10);
    const { trainRows, trainPositives, validationRows, validationPositives, delayDays } = split;
    const facts: Record<Language, string[]> = {
      es: [
        `${this.count(dataset.events)} hechos y ${this.count(dataset.labels)} etiquetas.`,
        `Aprendió de ${this.count(trainRows)} hechos (${this.count(trainPositives)} positivos) conocidos antes del ${cut}, sin los últimos ${delayDays} días; se midió en ${this.count(validationRows)} (${this.count(validationPositives)} positivos) posteriores.`,
      ],
      en: [
        `${this.count(dataset.events)} events and ${this.count(dataset.labels)} labels.`,
        `It learned from ${this.count(trainRows)} events (${this.count(trainPositives)} positive) known before ${cut}, the last ${delayDays} days left out; it was measured on ${this.count(validationRows)} later ones (${this.count(validationPositives)} positive).`,
      ],
    };
    return list(facts[this.language]);
  }

  private figures(): string {
    const { evaluations } = this.manifest;
    const head = [this.word('model'), 'AUC', 'AP', 'KS', this.word('bestF1'), this.word('brier'), this.word('cost')];
    const rows = evaluations.map(one => [
      this.marked(one),
      inWords(one.rocAuc),
      inWords(one.averagePrecision),
      one.ks.toFixed(3),
      one.bestF1?.f1.toFixed(3) ?? '–',
      one.brier.toFixed(4),
      one.cost ? `${inWords(one.cost.perEvent)} ${one.cost.currency}` : '–',
    ]);
    return table(this.word('figures'), head, rows);
  }

  private inspecting(): string {
    const { atShares } = this.chosen();
    const head = [this.word('inspected'), this.word('precision'), this.word('recall'), this.word('value')];
    const rows = atShares.map(({ share, precision, recall, revenueShare }) => [
      percent(share),
      percents(precision),
      percents(recall),
      percents(revenueShare),
    ]);
    return table(this.titleOf(this.manifest.chosen), head, rows);
  }

  private patterns(): string {
    const { patterns, atShares } = this.chosen();
    if (patterns.length === 0) return '';
    const shares = atShares.map(({ share }) => share);
    const head = [this.word('pattern'), this.word('rows'), ...shares.map(percent)];
    const rows = patterns.map(({ pattern, rows: count, recall }) => [
      this.useCase.patterns[pattern]?.[this.language] ?? pattern,
      this.count(count),
      ...recall.map(at => percents(at.recall)),
    ]);
    return table(this.word('recall'), head, rows);
  }

  private importance(): string {
    const rows = this.manifest.importance
      .slice(0, mostFeatures)
      .map(({ feature, meanAbsoluteShap }) => [this.featureTitle(feature), meanAbsoluteShap.toFixed(4)]);
    return rows.length === 0 ? '' : table(this.word('importance'), [this.word('feature'), this.word('meanShap')], rows);
  }

  private policy(): string {
    const { thresholds, policy } = this.manifest;
    const rows = Object.entries(thresholds).map(([name, value]) => [
      name,
      value > 1e300 ? '∞' : String(Number(value.toPrecision(5))),
    ]);
    const title = policy
      ? `${policy.kind}, ${this.word('version').toLowerCase()} ${policy.version}`
      : this.word('policy');
    return rows.length === 0 ? paragraphs([title]) : table(title, [this.word('threshold'), this.word('worth')], rows);
  }

  private searches(): string {
    const { searches = [] } = this.manifest;
    if (searches.length === 0) return '';
    const rows = searches.map(({ candidate, method, trials, metric, best, params }) => [
      this.titleOf(candidate),
      `${method}, ${trials}`,
      `${metric} ${best.toFixed(4)}`,
      JSON.stringify(params),
    ]);
    return table(this.word('searches'), [this.word('model'), '', '', this.word('found')], rows);
  }

  private leakage(): string {
    const { leakage } = this.manifest;
    if (leakage.length === 0) return paragraphs([this.word('noLeakage')]);
    return list(leakage.map(({ kind, feature, value }) => `${kind} ${feature ?? ''} ${value.toFixed(3)}`));
  }

  private fairness(): string {
    const { fairness = [] } = this.manifest;
    if (fairness.length === 0) return paragraphs([this.word('noFairness')]);
    return fairness.map(one => this.groups(one)).join('\n');
  }

  private groups({ by, groups, ratio }: GroupFairness): string {
    const head = ['group', 'rows', 'favourable', 'wronglyRefused', 'wronglyPassed'] as const;
    const rows = groups.map(({ group, rows: count, favourable, wronglyRefused, wronglyPassed }) => [
      group,
      this.count(count),
      percents(favourable),
      wronglyRefused ? percents(wronglyRefused) : '–',
      wronglyPassed ? percents(wronglyPassed) : '–',
    ]);
    const caption = `${by}; ${this.word('ratio')}: ${ratio.toFixed(2)}`;
    return table(
      caption,
      head.map(name => this.word(name)),
      rows,
    );
  }

  private again(): string {
    const { seed, codeVersion, nodeVersion, dataset, files } = this.manifest;
    const facts = [
      `rikuy reproduce ${this.useCase.id} ${this.manifest.version}`,
      `seed ${seed}, ${codeVersion}, Node ${nodeVersion}`,
      `data ${dataset.sha256}`,
    ];
    return list([...facts, ...Object.entries(files).map(([name, hash]) => `${name} ${hash}`)]);
  }

  private chosen(): Evaluation {
    return this.manifest.evaluations.find(({ model }) => model === this.manifest.chosen)!;
  }

  private marked({ model, isBaseline }: Evaluation): string {
    const mark = model === this.manifest.chosen ? ' *' : isBaseline ? ' (c)' : '';
    return `${this.titleOf(model)}${mark}`;
  }

  private titleOf(model: string): string {
    return this.manifest.titles?.[model]?.[this.language] ?? model;
  }

  private featureTitle(name: string): string {
    return this.useCase.features.find(feature => feature.name === name)?.title[this.language] ?? name;
  }

  private count(value: number): string {
    return value.toLocaleString(this.language === 'es' ? 'es-PE' : 'en-US');
  }
}

function inWords({ value, low, high }: Figure): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}–${high.toFixed(3)}]`;
}

function percents({ value, low, high }: Figure): string {
  return `${percent(value)} [${percent(low)}–${percent(high)}]`;
}

function percent(value: number): string {
  return `${Number((100 * value).toFixed(1))} %`;
}
