/** Filters under a name; the day is left out, so that a view serves every day. */
export interface SavedView {
  readonly name: string;
  readonly filters: Readonly<Record<string, string | undefined>>;
}

/** Adds a view at the end; one of the same name gives way. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return [...withoutView(views, view.name), view];
}

export function withoutView(views: readonly SavedView[], name: string): readonly SavedView[] {
  return views.filter(other => other.name !== name);
}
