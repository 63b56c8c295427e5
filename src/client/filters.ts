/** Filters over a list: a form that names it shows its items whose data agree with what is chosen. */
import { counted } from './counted.ts';

export function filterLists(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]')) {
    const items = [...document.querySelectorAll<HTMLElement>(`#${form.dataset['filters']} > li`)];
    const said = form.querySelector('output');
    const apply = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
      for (const item of items) item.hidden = !chosen.every(([name, value]) => item.dataset[name] === value);
      const shown = items.filter((item) => !item.hidden).length;
      if (said) said.textContent = counted(said.dataset['said'], shown);
    };
    form.hidden = false;
    form.addEventListener('change', apply);
    apply();
  }
}
