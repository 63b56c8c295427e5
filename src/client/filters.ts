/** Filters over a list: a form that names it shows its items whose data agree with what is chosen. */

export function filterLists(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]')) {
    const items = [...document.querySelectorAll<HTMLElement>(`#${form.dataset['filters']} > li`)];
    const said = form.querySelector('output');
    const digits = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false });
    const apply = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
      for (const item of items) item.hidden = !chosen.every(([name, value]) => item.dataset[name] === value);
      const shown = items.filter((item) => !item.hidden).length;
      const { one, said: more } = said?.dataset ?? {};
      if (said) said.textContent = ((shown === 1 ? one : more) ?? '#').replace('#', digits.format(shown));
    };
    form.hidden = false;
    form.addEventListener('change', apply);
    apply();
  }
}
